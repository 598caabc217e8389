package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_example_is_a_good_configuration(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("lyncwatch.yml"), Kit.read(Kit.EXAMPLE));
    Path secret = Files.createDirectory(folder.resolve("secrets")).resolve("probe1");
    Files.writeString(secret, "secret\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));

    ConfigurationReader.Reading reading =
        new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file);

    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.configuration().domains()).hasSize(2);
    assertThat(reading.configuration().stateDirectory()).isEqualTo(Path.of("/var/lib/lyncwatch"));
  }

  @Test
  void the_service_runs_the_launcher_and_keeps_its_state_where_the_example_says() {
    List<String> lines = Kit.read(Kit.SERVICE).lines().toList();

    assertThat(lines)
        .contains(
            "ExecStart=/opt/lyncwatch/agent/bin/lyncwatch run --config"
                + " /etc/lyncwatch/lyncwatch.yml",
            "StateDirectory=lyncwatch")
        .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"));
  }
}
