package io.lyncwatch.agent.page;

import static io.lyncwatch.agent.page.Scene.signIn;
import static io.lyncwatch.discovery.View.EXTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Report;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {
  private static final String CONTOSO = "contoso.example";

  @Test
  void what_changed_at_many_places_is_one_line_that_names_them() {
    Scene scene = Scene.of(CONTOSO).seen(moved("bob", "a", "b"), moved("alice", "a", "b"));

    assertThat(scene.page().changes()).hasSize(1);
    ChangeLine line = scene.page().changes().getFirst();
    assertThat(line.what()).isEqualTo("home pool");
    assertThat(line.where()).containsExactly("alice of contoso.example", "bob of contoso.example");
    assertThat(line.before()).isEqualTo("a");
    assertThat(line.after()).isEqualTo("b");
    assertThat(line.at().relative()).isEqualTo("9 s ago");
  }

  @Test
  void the_newest_few_show_and_they_come_first() {
    Report[] many =
        IntStream.range(0, 1000)
            .mapToObj(i -> moved("alice", "pool" + i, "pool" + (i + 1)))
            .toArray(Report[]::new);

    List<ChangeLine> lines = Scene.of(CONTOSO).seen(many).page().changes();

    assertThat(lines).hasSize(12);
    assertThat(lines.getFirst().after()).isEqualTo("pool1000");
  }

  @Test
  void a_page_without_changes_says_nothing_of_them() {
    Scene scene = Scene.of(CONTOSO).works(signIn(EXTERNAL, CONTOSO, "alice"));

    assertThat(new StatusDocument().of(scene.page(), false).html()).doesNotContain("changes\"");
  }

  @Test
  void hostile_words_are_text_and_not_markup() {
    Scene scene =
        Scene.of(CONTOSO).seen(moved("alice", "<script>", "<b>\u202e" + "x".repeat(9999)));

    assertThat(new StatusDocument().of(scene.page(), false).html())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>", "\u202e", "x".repeat(1000));
  }

  private static Report moved(String account, String before, String after) {
    return TestingReports.of(signIn(EXTERNAL, CONTOSO, account))
        .report()
        .withChanges(List.of(new Change.HomePool(account, before, after)));
  }
}
