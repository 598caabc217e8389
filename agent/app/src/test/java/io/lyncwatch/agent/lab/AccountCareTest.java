package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.cli.Commands;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the whole agent, its next start and a check by hand do to one account together. */
class AccountCareTest {
  private static final String ALICE = "alice@contoso.example";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private Lab lab;
  private LabFiles files;

  @BeforeEach
  void open() throws IOException {
    lab = Lab.start(LabSettings.defaults());
    files = LabFiles.write(lab, directory, List.of(lab.user(ALICE)), "127.0.0.1:0");
    String text = Files.readString(files.configuration());
    Files.writeString(
        files.configuration(),
        text.replace("sign-in: 10s", "sign-in: 2s").replace("spacing: 1s", "spacing: 0s"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_rejected_password_reaches_the_service_once_over_views_restarts_and_checks()
      throws Exception {
    Files.writeString(files.passwords().resolve(ALICE), "wrong");

    for (int start = 0; start < 2; start++) {
      try (Agent agent = startedAgent()) {
        await()
            .atMost(PATIENCE)
            .until(() -> signIns(agent, report -> report.outcome() == Outcome.SKIPPED));
      }
    }

    assertThat(check()).isEqualTo(3);
    assertThat(proofs()).isEqualTo(1);
  }

  @Test
  void a_password_put_right_is_tried_at_the_next_run_without_a_restart() throws Exception {
    String right = Files.readString(files.passwords().resolve(ALICE));
    Files.writeString(files.passwords().resolve(ALICE), "wrong");
    try (Agent agent = startedAgent()) {
      await()
          .atMost(PATIENCE)
          .until(() -> signIns(agent, report -> report.outcome() == Outcome.SKIPPED));

      Files.writeString(files.passwords().resolve(ALICE), right);

      await()
          .atMost(PATIENCE)
          .until(() -> signIns(agent, report -> report.outcome() == Outcome.SUCCESS));
    }
  }

  @Test
  void no_walk_of_the_schedule_finds_the_account_busy() throws Exception {
    try (Agent agent = startedAgent()) {
      await().atMost(PATIENCE).until(() -> proofs() >= 8);

      assertThat(signIns(agent, report -> report.outcome() == Outcome.SUCCESS)).isTrue();
      assertThat(agent.latest().states().stream().flatMap(s -> s.latest().stream()))
          .flatExtracting(Report::findings)
          .noneMatch(finding -> finding.reason() == Reason.ACCOUNT_BUSY);
    }
  }

  private Agent startedAgent() throws Exception {
    return Agent.start(
        new ConfigurationReader(machine(), Problem.Level.WARNING)
            .read(files.configuration())
            .configuration());
  }

  /** Whether that holds of the latest sign-in in every view. */
  private static boolean signIns(Agent agent, Predicate<Report> holds) {
    List<TargetState> states =
        agent.latest().states().stream()
            .filter(state -> state.target().probe() == ProbeKind.SIGN_IN)
            .toList();
    return states.size() == 2
        && states.stream().allMatch(state -> state.latest().filter(holds).isPresent());
  }

  private int check() {
    StringWriter said = new StringWriter();
    CommandLine command = Commands.on(machine());
    command.setOut(new PrintWriter(said, true));
    command.setErr(new PrintWriter(said, true));
    return command.execute("check", "--config", files.configuration().toString(), ALICE);
  }

  private Machine machine() {
    return new Machine(
        () -> "host", List::of, Map.of(), directory, directory.resolve("no-service"), false);
  }

  private long proofs() {
    return lab.journal().visits().stream()
        .filter(visit ->
            visit
                .request()
                .header("authorization")
                .filter(value -> value.contains("TlRMTVNTUAAD"))
                .isPresent())
        .count();
  }
}
