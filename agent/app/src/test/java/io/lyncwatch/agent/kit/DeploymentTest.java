package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DeploymentTest {
  /** A comment that begins as a setting does, and not as a sentence. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("(?m)^( *)# ( *(?:- )?(?:\\{|[a-z-]+:).*)$");

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_example_is_a_good_configuration(@TempDir Path folder) throws Exception {
    ConfigurationReader.Reading reading = read(Kit.read(Kit.EXAMPLE), folder);

    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.configuration().domains()).hasSize(2);
    assertThat(reading.configuration().stateDirectory()).isEqualTo(Path.of("/var/lib/lyncwatch"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void every_setting_that_the_example_leaves_out_can_be_let_in(@TempDir Path folder)
      throws Exception {
    Files.copy(
        Path.of("src/test/resources/io/lyncwatch/agent/config/root.pem"),
        folder.resolve("corp-root.pem"));

    ConfigurationReader.Reading reading =
        read(LEFT_OUT.matcher(Kit.read(Kit.EXAMPLE)).replaceAll("$1$2"), folder);

    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.configuration().domains()).hasSize(3);
    assertThat(reading.configuration().behindProxy()).hasSize(2);
  }

  private static ConfigurationReader.Reading read(String text, Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("lyncwatch.yml"), text);
    Path secret = Files.createDirectory(folder.resolve("secrets")).resolve("probe1");
    Files.writeString(secret, "secret\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file);
  }

  @Test
  void the_service_runs_the_launcher_and_keeps_its_state_where_the_example_says() {
    List<String> lines = Kit.read(Kit.SERVICE).lines().toList();

    assertThat(lines)
        .contains(
            "ExecStart=/opt/lyncwatch/bin/lyncwatch run --config /etc/lyncwatch/lyncwatch.yml",
            "StateDirectory=lyncwatch",
            "LoadCredential=secrets:/etc/lyncwatch/secrets")
        .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"));
  }

  /** Dashboards lead to agents by "instance", and so has to say where an agent is. */
  @ParameterizedTest
  @ValueSource(strings = {"one-vantage.yml", "several-vantages.yml"})
  void the_name_that_prometheus_has_for_an_agent_leads_to_its_page(String example) {
    JsonNode jobs = Kit.yaml(Kit.file("deploy/prometheus/" + example)).path("scrape_configs");

    assertThat(jobs.findValues("relabel_configs")).isEmpty();
    assertThat(jobs.findValues("labels")).isEmpty();
    assertThat(jobs.findValues("targets"))
        .flatMap(JsonNode::values)
        .isNotEmpty()
        .extracting(target -> URI.create("http://" + target.asString() + "/"))
        .allMatch(page -> page.getHost() != null && page.getPort() != -1);
    assertThat(Kit.dashboards())
        .flatMap(dashboard -> dashboard.findValues("url"))
        .extracting(JsonNode::asString)
        .filteredOn(url -> url.startsWith("http://"))
        .contains("http://${__value.raw}/", "http://${__field.labels.instance}/");
  }

  @Test
  void grafana_knows_how_often_prometheus_scrapes() {
    assertThat(
            Kit.yaml(Kit.file("dashboards/provisioning/datasources/prometheus.yml"))
                .findValue("timeInterval"))
        .isEqualTo(Kit.yaml(Kit.PROMETHEUS).findValue("scrape_interval"));
  }
}
