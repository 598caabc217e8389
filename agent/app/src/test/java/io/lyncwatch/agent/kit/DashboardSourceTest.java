package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Grafana reads is what the sources say. With {@code -Ddashboards=write} the files are written
 * anew before.
 */
class DashboardSourceTest {
  private static final Selectors CHOICES = new Selectors(List.of("job", "view", "domain"));

  static Stream<DashboardSource> sources() {
    return DashboardSource.all().stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void the_file_says_what_the_source_says(DashboardSource source) throws IOException {
    Path file = Kit.dashboardFile(source.name());
    if (System.getProperty("dashboards", "").equals("write")) {
      Files.writeString(file, source.text());
    }

    assertThat(Kit.read(file)).isEqualTo(source.text());
  }

  @Test
  void a_metric_is_asked_for_by_each_choice_that_it_has_as_a_label() {
    assertThat(CHOICES.complete("sum(up) + lyncwatch_self_connected - lyncwatch_account_guarded"))
        .isEqualTo(
            "sum(up{job=~\"$job\"}) + lyncwatch_self_connected{job=~\"$job\", view=~\"$view\"}"
                + " - lyncwatch_account_guarded{job=~\"$job\", view=~\"$view\","
                + " domain=~\"$domain\"}");
  }

  @Test
  void what_a_query_says_itself_is_left_to_it() {
    assertThat(CHOICES.complete("lyncwatch_finding{domain=~\"|$domain\"}"))
        .isEqualTo("lyncwatch_finding{domain=~\"|$domain\", job=~\"$job\", view=~\"$view\"}");
  }

  @Test
  void what_is_told_of_an_endpoint_is_asked_for_by_the_domains_that_need_it() {
    String needed = "lyncwatch_endpoint_info{domain=~\"|$domain\", job=~\"$job\", view=~\"$view\"}";

    assertThat(CHOICES.complete("min(lyncwatch_certificate_check)"))
        .isEqualTo(
            "min((lyncwatch_certificate_check{job=~\"$job\", view=~\"$view\"}"
                + " and on (vantage, view, endpoint) "
                + needed
                + "))");
    assertThat(CHOICES.complete("lyncwatch_leaf_not_after_timestamp_seconds"))
        .startsWith("(lyncwatch_leaf_not_after_timestamp_seconds{job=~\"$job\", view=~\"$view\"}")
        .contains(" and on (vantage, view, sha256) (lyncwatch_certificate_info{position=\"leaf\",")
        .endsWith(" and on (vantage, view, endpoint) " + needed + "))");
    assertThat(new Selectors(List.of("job")).complete("lyncwatch_certificate_check"))
        .isEqualTo("lyncwatch_certificate_check{job=~\"$job\"}");
  }

  @Test
  void json_is_broken_into_lines_where_a_line_is_too_long() {
    String word = "x".repeat(100);

    assertThat(
            ReadableJson.text(
                new JsonMapper()
                    .readTree(
                        "{\"a\":[1,null],\"b\":{\"c\":\"" + word + "\",\"d\\\\e\":\"\\\"\"}}")))
        .isEqualTo(
            """
            {
              "a": [1, null],
              "b": {
                "c": "%s",
                "d\\\\e": "\\""
              }
            }
            """
                .formatted(word));
  }
}
