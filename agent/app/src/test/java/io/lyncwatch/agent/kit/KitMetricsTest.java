package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules, their tests, runbooks and dashboards read is there to be read. */
class KitMetricsTest {
  private static final Pattern SERIES =
      Pattern.compile("\\b(lyncwatch_\\w+)(?:\\{((?:[^}\"]|\"[^\"]*\")*)})?");
  private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
  private static final Pattern OTHERS = Pattern.compile("up|ALERTS|(jvm|process)_[a-z_]+");

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#files")
  void every_metric_that_a_file_names_is_exported_with_these_labels(Path file) {
    SERIES
        .matcher(Kit.read(file).replace("\\\"", "\""))
        .results()
        .forEach(KitMetricsTest::assertExported);
  }

  private static void assertExported(MatchResult series) {
    Set<String> labels =
        Promql.labelsOf(series.group(1))
            .orElseThrow(() -> new AssertionError("no such metric: " + series.group()));
    if (series.group(2) != null) {
      String names = VALUE.matcher(series.group(2)).replaceAll("");
      assertThat(LABEL.matcher(names).results().map(label -> label.group(1)))
          .as(series.group())
          .isSubsetOf(labels);
    }
  }

  static Stream<Promql> expressions() {
    return Stream.of(
            Kit.alerts().stream().map(Kit.Alert::expression),
            Kit.records().stream().map(Kit.Recorded::expression),
            Kit.dashboardQueries().stream())
        .flatMap(Function.identity())
        .map(Promql::new);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void an_expression_reads_nothing_else_but_what_every_scrape_of_a_jvm_has(Promql promql) {
    assertThat(promql.metrics())
        .allMatch(name ->
            Promql.labelsOf(name).isPresent()
                || Kit.records().stream().anyMatch(record -> record.name().equals(name))
                || OTHERS.matcher(name).matches());
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void an_expression_groups_by_labels_that_its_metrics_have(Promql promql) {
    Set<String> known = new HashSet<>(promql.made());
    known.addAll(Promql.ADDED);
    promql.metrics().forEach(name -> known.addAll(Promql.labelsOf(name).orElse(Set.of())));
    Kit.records().stream()
        .filter(record -> promql.metrics().contains(record.name()))
        .forEach(record -> {
          known.addAll(record.labels());
          known.addAll(new Promql(record.expression()).groupings());
        });

    assertThat(promql.groupings()).isSubsetOf(known);
  }

  @Test
  void names_are_found_in_an_expression() {
    Promql promql =
        new Promql(
            """
            sum by (le, view) (rate(a_bucket{job="x y"}[5m] offset 1d)) > bool 3 * b
            unless on (domain) label_replace(c{d="e"} == 1, "target", "$1", "account", "(.+)")
            or label_replace(b, "scope", "both", "", "")
            """);

    assertThat(promql.metrics()).isEqualTo(Set.copyOf(List.of("a_bucket", "b", "c")));
    assertThat(promql.groupings()).containsExactlyInAnyOrder("le", "view", "domain");
    assertThat(promql.made()).containsExactly("scope", "target");
  }
}
