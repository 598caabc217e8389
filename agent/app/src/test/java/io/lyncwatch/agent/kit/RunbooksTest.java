package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason has its page, which says first what the agent says and then what to do. */
class RunbooksTest {
  private static final List<String> SECTIONS =
      List.of("What it means", "Who is affected", "Confirm", "Fix", "Fixed when");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^```(sh|powershell|promql|sql)\\n(.+\\n)+?```$");
  private static final Pattern OUTPUT = Pattern.compile("(?m)^```(text|xml|json|http)\\n");

  @Test
  void there_is_a_page_for_each_reason_and_no_other() throws IOException {
    try (Stream<Path> files = Files.list(Kit.PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"),
                      Arrays.stream(Reason.values()).map(reason -> reason.code() + ".md"))
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_begins_with_what_the_agent_says(Reason reason) {
    assertThat(page(reason)).startsWith(head(reason));
  }

  @ParameterizedTest
  @EnumSource
  void a_page_has_its_sections_and_something_in_each(Reason reason) {
    String page = page(reason);

    assertThat(HEADING.matcher(page).results().map(heading -> heading.group(1)))
        .containsExactlyElementsOf(SECTIONS);
    assertThat(HEADING.splitAsStream(page).skip(1)).allMatch(section -> section.length() > 40);
  }

  @ParameterizedTest
  @EnumSource
  void a_page_shows_how_to_confirm_with_what_is_healthy_and_what_is_broken(Reason reason) {
    String confirm = HEADING.split(page(reason), -1)[1 + SECTIONS.indexOf("Confirm")];

    assertThat(COMMAND.matcher(confirm).find()).as("a command").isTrue();
    assertThat(confirm).contains("Healthy:", "Broken:");
    assertThat(OUTPUT.matcher(confirm).find()).as("what it prints").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void links_of_a_page_lead_somewhere(Reason reason) {
    assertThat(LINK.matcher(page(reason)).results().map(link -> link.group(1)))
        .filteredOn(link -> !link.startsWith("https://"))
        .allMatch(link -> Files.exists(Kit.PAGES.resolve(link)));
  }

  private static String page(Reason reason) {
    return Kit.read(Kit.PAGES.resolve(reason.code() + ".md"));
  }

  /** The lines that only the list of reasons may change. */
  private static String head(Reason reason) {
    return """
    # `%s`

    > **Cause.** %s
    >
    > **Cure.** %s
    >
    > Severity: %s · Stages: %s · Phones show: %s

    ## What it means
    """
        .formatted(
            reason.code(),
            reason.generalCause(),
            reason.generalCure(),
            reason.severity().label(),
            stages(reason),
            reason.users());
  }

  private static String stages(Reason reason) {
    return reason.stages().size() == Stage.values().length
        ? "any"
        : reason.stages().stream().map(Stage::label).collect(Collectors.joining(", "));
  }
}
