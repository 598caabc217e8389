package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.kit.DashboardPage;
import io.lyncwatch.agent.kit.Kit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What panels answer where agents are several, as {@code dashboards/tests/panels.yml} says it. */
class PanelAnswersTest {
  private static final Pattern PANEL = Pattern.compile("expr: (\\w+) / ([^,}\\n]+)");

  @TempDir private Path directory;

  @Test
  void panels_answer_as_they_should() throws Exception {
    String promtool = PeerProgram.installed("promtool", "prometheus");
    String tests =
        PANEL
            .matcher(Files.readString(Kit.PANEL_TESTS))
            .replaceAll(panel ->
                Matcher.quoteReplacement(
                    "expr: " + asked(Kit.firstQuery(panel.group(1), panel.group(2)))));
    Path file = Files.writeString(directory.resolve("panels.yml"), tests);
    Path output = directory.resolve("output");

    int exit =
        PeerProgram.run(
            Path.of("/dev/null"), output, List.of(promtool, "test", "rules", file.toString()));

    assertThat(exit).as(Files.readString(output)).isZero();
  }

  /** YAML takes the strings of JSON. */
  private static String asked(String query) {
    return new JsonMapper()
        .writeValueAsString(
            DashboardPage.chosen(
                query.replace("$domain", "contoso.example").replace("$__range", "6h")));
  }
}
