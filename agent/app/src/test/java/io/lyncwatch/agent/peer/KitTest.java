package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.kit.Kit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules, unit and configurations, as the programs that read them judge them. */
@Timeout(60)
class KitTest {
  @TempDir private Path directory;

  @Test
  void promtool_finds_nothing_wrong_with_the_rules() throws Exception {
    assertAccepted(promtool(), "check", "rules", "--lint-fatal", Kit.RULES.toString());
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#ruleTests")
  void alerts_fire_and_resolve_when_they_should(Path test) throws Exception {
    assertAccepted(promtool(), "test", "rules", test.toString());
  }

  @Test
  void promtool_takes_the_configuration_for_the_containers() throws Exception {
    assertAccepted(promtool(), "check", "config", "--syntax-only", Kit.PROMETHEUS.toString());
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
