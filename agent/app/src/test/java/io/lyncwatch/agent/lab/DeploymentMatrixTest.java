package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.world.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A healthy deployment lets its users sign in, whatever was installed, however it is built, however
 * the client asks and by whichever branch it goes; and nothing worse than an info is found. The
 * table is left in {@code target/deployment-matrix.txt}.
 */
@Timeout(300)
class DeploymentMatrixTest {
  private static final MatrixTable TABLE =
      new MatrixTable(Client.all(Generation.LYNC_2013).stream().map(Client::heading).toList());

  static Stream<Arguments> deployments() {
    return Arrays.stream(TopologyKind.values())
        .flatMap(topology ->
            Arrays.stream(Generation.values())
                .map(generation -> Arguments.of(topology, generation)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("deployments")
  void every_client_signs_in(TopologyKind topology, Generation generation) throws IOException {
    LabSettings settings = LabSettings.defaults().withTopology(topology).withGeneration(generation);
    List<String> wrong = new ArrayList<>();
    try (Lab lab = Lab.start(settings)) {
      Walker walker = new Walker(lab);
      for (Client client : Client.all(generation)) {
        Report report = client.signIn(lab, walker);
        boolean clean =
            report.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
        if (report.outcome() != Outcome.SUCCESS || !clean || !went(report, client.issued())) {
          wrong.add(client + ": " + report.summary() + " " + report.findings());
        }
        TABLE.put(topology + " " + generation, client.heading(), cell(report));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @AfterAll
  static void write_the_table() throws IOException {
    Files.writeString(Path.of("target", "deployment-matrix.txt"), TABLE.toString());
  }

  private static String cell(Report report) {
    return report.findings().isEmpty()
        ? String.format(Locale.ROOT, "%.1f s", report.took().toMillis() / 1000.0)
        : report.findings().stream()
            .map(finding -> finding.reason().code())
            .distinct()
            .collect(Collectors.joining(","));
  }

  private static boolean went(Report report, String issued) {
    return report.stages().stream()
        .filter(stage -> stage.stage() == Stage.TICKET)
        .allMatch(stage -> stage.steps().getLast().answered().equals(issued));
  }
}
