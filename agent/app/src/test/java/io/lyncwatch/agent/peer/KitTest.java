package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.kit.DashboardPage;
import io.lyncwatch.agent.kit.Kit;
import io.lyncwatch.agent.kit.TicketCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Rules, unit and configurations, as the programs that read them judge them. */
@Timeout(60)
class KitTest {
  @TempDir private Path directory;

  @Test
  void promtool_finds_nothing_wrong_with_the_rules() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check", "rules", "--lint-fatal"));
    Kit.ruleFiles().forEach(file -> arguments.add(file.toString()));

    assertAccepted(promtool(), arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#ruleTests")
  void alerts_fire_and_resolve_when_they_should(Path test) throws Exception {
    assertAccepted(promtool(), "test", "rules", test.toString());
  }

  @Test
  void every_alert_of_a_reason_fires_for_a_cause_says_the_cure_and_resolves() throws Exception {
    Path test = Files.writeString(directory.resolve("tickets.yml"), TicketCases.file());

    assertAccepted(promtool(), "test", "rules", test.toString());
  }

  @Test
  void promtool_takes_the_configuration_for_the_containers() throws Exception {
    assertAccepted(promtool(), "check", "config", "--syntax-only", Kit.PROMETHEUS.toString());
  }

  @Test
  void promtool_takes_what_every_panel_asks() throws Exception {
    String rules =
        Kit.dashboardQueries().stream()
            .map(DashboardPage::chosen)
            .map(query -> "{record: panel, expr: %s}".formatted(quoted(query)))
            .collect(Collectors.joining(",\n", "groups: [{name: panels, rules: [", "]}]"));
    Path file = Files.writeString(directory.resolve("panels.yml"), rules);

    assertAccepted(promtool(), "check", "rules", "--lint=none", file.toString());
  }

  @Test
  void grafanas_own_types_take_the_dashboards() throws Exception {
    PeerProgram.installed(
        Kit.SHAPE.resolve("node_modules/.bin/tsc"), "npm, then npm ci in dashboards/shape");

    assertAccepted(PeerProgram.installed("npm", "npm"), "test", "--prefix", Kit.SHAPE.toString());
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#dashboardFiles")
  void grafanas_linter_finds_nothing_wrong_with_the_dashboards(Path dashboard) throws Exception {
    assertAccepted(
        PeerProgram.ifInstalled("dashboard-linter"), "lint", "--strict", dashboard.toString());
  }

  @Test
  void pint_finds_nothing_wrong_with_the_rules() throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("--offline", "lint", "--min-severity=warning", "--fail-on=warning"));
    Kit.ruleFiles().forEach(file -> arguments.add(file.toString()));

    assertAccepted(PeerProgram.ifInstalled("pint"), arguments.toArray(String[]::new));
  }

  /** YAML takes the strings of JSON. */
  private static String quoted(String text) {
    return new JsonMapper().writeValueAsString(text);
  }

  @Test
  void amtool_takes_the_configuration_for_the_containers() throws Exception {
    assertAccepted(
        PeerProgram.installed("amtool", "prometheus-alertmanager"),
        "check-config",
        Kit.ALERTMANAGER.toString());
  }

  @Test
  void docker_compose_takes_the_project_of_the_containers() throws Exception {
    assertAccepted(
        PeerProgram.installed("docker-compose", "docker-compose"),
        "--file",
        Kit.COMPOSE.toString(),
        "config",
        "--quiet");
  }

  @Test
  void systemd_calls_the_service_well_confined() throws Exception {
    // The threshold is ten times the exposure that is shown: 2.0.
    assertAccepted(
        PeerProgram.installed("systemd-analyze", "systemd"),
        "security",
        "--no-pager",
        "--offline=yes",
        "--threshold=20",
        Kit.SERVICE.toString());
  }

  private static String promtool() {
    return PeerProgram.installed("promtool", "prometheus");
  }

  private void assertAccepted(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output");

    int exit = PeerProgram.run(Files.createFile(directory.resolve("nothing")), output, command);

    assertThat(exit).as(Files.readString(output)).isZero();
  }
}
