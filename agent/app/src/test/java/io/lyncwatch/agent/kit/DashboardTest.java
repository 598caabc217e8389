package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Stage;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DashboardTest {
  /** Those of Grafana that are in use. */
  private static final Set<String> UNITS =
      Set.of("none", "percentunit", "s", "dtdurations", "bytes", "ops");

  private static final Pattern SELECTOR =
      Pattern.compile("\\b(?:lyncwatch|jvm|process)_\\w+(\\{[^}]*})?|\\bup(\\{[^}]*})?");
  private static final Pattern RATE = Pattern.compile("\\brate\\([^\\[\\]]*\\[([^]]*)]");
  private static final Pattern COUNTER = Pattern.compile("(\\w*)\\(?\\b\\w+_total\\b");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");
  private static final Pattern OTHER_DASHBOARD = Pattern.compile("/d/([\\w-]+)\\?");
  private static final Pattern OF_ANY_PROGRAM =
      Pattern.compile("\\b(?:up|(?:jvm|process)_\\w+)\\{");
  private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");

  /** Rows of the grid on a screen of 1080 lines, below Grafana's own head. */
  private static final int SCREEN = 27;

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void it_cannot_be_changed_in_place(JsonNode dashboard) {
    assertThat(dashboard.path("editable").asBoolean(true)).isFalse();
    assertThat(dashboard.path("id").isNull()).isTrue();
  }

  @Test
  void dashboards_keep_their_addresses() {
    assertThat(uids())
        .containsExactly(
            "lyncwatch-overview", "lyncwatch-domain", "lyncwatch-certificates", "lyncwatch-agent");
  }

  private static List<String> uids() {
    return Kit.dashboards().stream().map(dashboard -> dashboard.path("uid").asString()).toList();
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void the_reader_chooses_data_source_agents_vantages_and_views(JsonNode dashboard) {
    assertThat(variables(dashboard))
        .startsWith("datasource", "job", "instance", "vantage", "view")
        .endsWith("agent", "repository");
  }

  private static List<String> variables(JsonNode dashboard) {
    return dashboard
        .path("templating")
        .path("list")
        .valueStream()
        .map(variable -> variable.path("name").asString())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void panels_lie_side_by_side_without_a_hole(JsonNode dashboard) {
    List<String> cells =
        dashboard.path("panels").valueStream().flatMap(DashboardTest::cells).toList();
    int height = cells.size() / 24;

    assertThat(cells).doesNotHaveDuplicates();
    assertThat(cells).containsExactlyInAnyOrderElementsOf(cells(0, 0, 24, height).toList());
  }

  @Test
  void the_overview_is_seen_whole_on_a_wall() {
    assertThat(
            panels("lyncwatch-overview")
                .map(panel -> panel.path("gridPos"))
                .mapToInt(place -> place.path("y").asInt() + place.path("h").asInt()))
        .allMatch(bottom -> bottom <= SCREEN);
  }

  private static Stream<JsonNode> panels(String uid) {
    return dashboard(uid).path("panels").valueStream();
  }

  private static JsonNode dashboard(String uid) {
    return Kit.dashboards().stream()
        .filter(dashboard -> dashboard.path("uid").asString().equals(uid))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> cells(JsonNode panel) {
    JsonNode place = panel.path("gridPos");
    return cells(
        place.path("x").asInt(),
        place.path("y").asInt(),
        place.path("w").asInt(),
        place.path("h").asInt());
  }

  private static Stream<String> cells(int x, int y, int width, int height) {
    return Stream.iterate(0, i -> i < width * height, i -> i + 1)
        .map(i -> (x + i % width) + "/" + (y + i / width));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#panels")
  void a_panel_says_what_it_shows_in_which_unit(JsonNode panel) {
    assertThat(panel.path("title").asString("")).isNotEmpty();
    assertThat(panel.path("description").asString("")).endsWith(".");
    assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString("")).isIn(UNITS);
    assertThat(panel.path("targets").isEmpty()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#panels")
  void a_panel_with_nothing_to_show_says_so_and_is_not_green(JsonNode panel) {
    JsonNode defaults = panel.path("fieldConfig").path("defaults");

    assertThat(defaults.path("noValue").asString("")).isNotEmpty();
    assertThat(
            defaults
                .path("mappings")
                .valueStream()
                .map(mapping -> mapping.path("options"))
                .filter(options -> options.has("match"))
                .map(options -> options.path("match").asString() + " is " + colourOf(options)))
        .isEqualTo(
            switch (panel.path("type").asString()) {
              case "stat" -> List.of("null is purple");
              case "table" -> List.of("empty is transparent");
              default -> List.of();
            });
  }

  private static String colourOf(JsonNode special) {
    return special.path("result").path("color").asString();
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#panels")
  void only_what_adds_up_is_stacked(JsonNode panel) {
    if (panel.path("fieldConfig").path("defaults").path("custom").has("stacking")) {
      assertThat(queries(panel)).allMatch(query -> query.startsWith("sum by "));
    }
  }

  private static Stream<String> queries(JsonNode panel) {
    return panel.path("targets").valueStream().map(target -> target.path("expr").asString());
  }

  /** Words would be sorted by their letters. */
  @ParameterizedTest
  @MethodSource("worstFirst")
  void the_worst_comes_first(String title, List<String> ranks) {
    assertThat(Kit.panels())
        .filteredOn(panel -> panel.path("title").asString().equals(title))
        .isNotEmpty()
        .allSatisfy(panel -> {
          JsonNode sort = panel.path("options").path("sortBy").path(0);
          String heading = panel.findPath("renameByName").path("Value").asString();
          assertThat(sort.path("displayName").asString()).isEqualTo(heading);
          assertThat(sort.path("desc").asBoolean()).isTrue();
          assertThat(words(panel, heading)).isEqualTo(ranks);
        });
  }

  static Stream<Arguments> worstFirst() {
    return Stream.of(
        Arguments.of("Findings", List.of("1 info", "2 warning", "3 error")),
        Arguments.of("Revocation", List.of("0 good", "1 unknown", "2 revoked")));
  }

  private static List<String> words(JsonNode panel, String heading) {
    return panel
        .path("fieldConfig")
        .path("overrides")
        .valueStream()
        .filter(column -> column.path("matcher").path("options").asString().equals(heading))
        .flatMap(column -> column.path("properties").valueStream())
        .filter(property -> property.path("id").asString().equals("mappings"))
        .flatMap(mappings -> mappings.path("value").path(0).path("options").propertyStream())
        .map(word -> word.getKey() + ' ' + word.getValue().path("text").asString())
        .toList();
  }

  @Test
  void what_is_told_of_a_domain_says_where_it_is_seen_from() {
    assertThat(
            panels("lyncwatch-domain")
                .flatMap(DashboardTest::queries)
                .flatMap(query -> GROUPED.matcher(query).results().map(by -> by.group(1)))
                .map(labels -> List.of(labels.split(", ", -1)))
                .filter(labels -> labels.contains("view") || labels.contains("resolver")))
        .isNotEmpty()
        .allMatch(labels -> labels.contains("vantage"));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboardQueries")
  void a_query_reads_only_the_agents_that_the_reader_chose(String query) {
    assertThat(SELECTOR.matcher(query).results().map(MatchResult::group))
        .isNotEmpty()
        .allMatch(selector ->
            selector.contains("job=~\"$job\"") && selector.contains("instance=~\"$instance\""));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboardQueries")
  void what_every_program_exports_is_read_of_agents_alone(String query) {
    if (OF_ANY_PROGRAM.matcher(query).find()) {
      assertThat(query).contains(" and on (job, instance) ").contains("lyncwatch_build_info{");
    }
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void the_domains_that_the_reader_chose_decide_about_all_that_belongs_to_any(JsonNode dashboard) {
    if (variables(dashboard).contains("domain")) {
      assertThat(dashboard.path("panels").valueStream().flatMap(DashboardTest::queries))
          .filteredOn(
              query -> new Promql(query).metrics().stream().anyMatch(DashboardTest::belongs))
          .isNotEmpty()
          .allMatch(query -> query.contains("$domain\""));
    }
  }

  private static boolean belongs(String metric) {
    return Stream.of("domain", "endpoint", "sha256")
        .anyMatch(Promql.labelsOf(metric).orElse(Set.of())::contains);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboardQueries")
  void rates_are_over_an_interval_that_fits_the_scrapes(String query) {
    assertThat(RATE.matcher(query).results().map(rate -> rate.group(1)))
        .allMatch("$__rate_interval"::equals);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboardQueries")
  void counters_are_never_shown_as_they_stand(String query) {
    assertThat(COUNTER.matcher(query).results().map(counter -> counter.group(1)))
        .allMatch(Set.of("rate", "increase")::contains);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void no_data_source_is_named(JsonNode dashboard) {
    assertThat(dashboard.findValues("datasource"))
        .isNotEmpty()
        .allMatch(source -> source.path("uid").asString("").equals("${datasource}"));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void every_variable_that_it_uses_is_one_of_its_own_or_of_grafana(JsonNode dashboard) {
    assertThat(VARIABLE.matcher(dashboard.toString()).results().map(use -> use.group(1)))
        .filteredOn(name -> !name.startsWith("__"))
        .isSubsetOf(variables(dashboard));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void links_lead_somewhere(JsonNode dashboard) {
    assertThat(dashboard.findValues("url")).isNotEmpty().allMatch(url -> leads(url.asString()));
  }

  private static boolean leads(String url) {
    if (url.startsWith("${repository}/")) {
      String page = url.substring("${repository}/".length());
      return Files.exists(Kit.file(page.replace("${__value.raw}", "tls_expired")));
    }
    if (url.startsWith("${agent}/#")) {
      String anchor = url.substring("${agent}/#".length());
      return Kit.read(Kit.file("agent/app/src/main/jte/status.jte"))
          .contains("id=\"" + anchor + '"');
    }
    return OTHER_DASHBOARD
            .matcher(url)
            .results()
            .map(link -> link.group(1))
            .anyMatch(uids()::contains)
        || Set.of("${agent}/", "http://${__value.raw}/", "http://${__field.labels.instance}/")
            .contains(url);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboards")
  void links_between_dashboards_take_along_what_the_reader_chose(JsonNode dashboard) {
    assertThat(dashboard.findValues("url").stream().map(JsonNode::asString))
        .filteredOn(url -> OTHER_DASHBOARD.matcher(url).find())
        .isNotEmpty()
        .allSatisfy(url -> {
          Matcher other = OTHER_DASHBOARD.matcher(url);
          assertThat(other.find()).isTrue();
          assertThat(url).contains(chosenIn(dashboard, other.group(1)));
        });
  }

  /** What both let choose alike: one domain is chosen by the link itself, or at its end. */
  private static List<String> chosenIn(JsonNode dashboard, String other) {
    return variables(dashboard).stream()
        .filter(name -> !Set.of("agent", "repository").contains(name))
        .filter(name -> !name.equals("domain") || letsChooseSeveralDomains(other))
        .map("${%s:queryparam}"::formatted)
        .toList();
  }

  private static boolean letsChooseSeveralDomains(String uid) {
    return dashboard(uid)
        .path("templating")
        .path("list")
        .valueStream()
        .filter(variable -> variable.path("name").asString().equals("domain"))
        .anyMatch(variable -> variable.path("multi").asBoolean());
  }

  @Test
  void the_funnel_goes_through_the_stages_of_a_walk_in_their_order() {
    assertThat(
            Kit.panels().stream()
                .filter(panel -> panel.path("type").asString().equals("bargauge"))
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("legendFormat").asString()))
        .containsExactlyElementsOf(stagesOfAWalk());
  }

  @Test
  void the_table_of_walks_does_so_too() {
    assertThat(
            Kit.panels().stream()
                .filter(panel -> panel.path("title").asString().equals("Where each walk ended"))
                .flatMap(panel -> panel.findPath("indexByName").propertyStream())
                .sorted(Comparator.comparingInt(column -> column.getValue().asInt()))
                .map(Map.Entry::getKey)
                .skip(1)) // the head of the rows
        .containsExactlyElementsOf(stagesOfAWalk());
  }

  private static List<String> stagesOfAWalk() {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage != Stage.CAPTURE)
        .map(Stage::label)
        .toList();
  }
}
