package io.lyncwatch.agent.peer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.peer.WebhookReceiver.Alert;
import io.lyncwatch.agent.peer.WebhookReceiver.Notification;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From a fault to whoever is called, with nothing of our own between the agent's metrics and the
 * webhook: a deployment that is well breaks, a real Prometheus sees it by the shipped rules, a real
 * Alertmanager sends by the shipped example. All that these wait is shorter, as the intervals are.
 */
@Timeout(420)
class NotificationTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(500);

  /**
   * A ticket by its cause waits for a minute longer than a page, and here for ten seconds: for one
   * interval and one run. By then the page is there that names this cause and holds the ticket
   * back, whichever probe met it first.
   */
  private static final int TIMES_SHORTER = 6;

  /** Only how long it takes until all is over hangs on it. */
  private static final int TIMES_FORGETFUL = 12;

  /**
   * A fault is let in and mended by building the lab anew. Who asks at that moment meets nobody,
   * and on a busy machine the next run does too, which is no fault to be told of.
   */
  private static final Duration RUNS = Duration.ofSeconds(6);

  /** At home on one pool each. */
  private static final Set<String> ACCOUNTS =
      Set.of("alice@contoso.example", "bob@contoso.example");

  @TempDir private static Path directory;

  @AutoClose private static Lab lab;
  @AutoClose private static Agent agent;
  @AutoClose private static WebhookReceiver receiver;
  @AutoClose private static AlertmanagerServer alertmanager;
  @AutoClose private static PrometheusServer prometheus;

  private boolean broken;

  @BeforeAll
  static void open() throws Exception {
    PeerProgram.installed("prometheus", "prometheus");
    lab = Lab.start(LabSettings.defaults().withSecondResolver());
    agent = Agent.start(configuration());
    receiver = WebhookReceiver.open();
    alertmanager =
        AlertmanagerServer.sendingTo(
            receiver, Files.createDirectory(directory.resolve("alertmanager")));
    prometheus =
        PrometheusServer.scraping(
            agent.address(),
            Files.createDirectory(directory.resolve("prometheus")),
            ImpatientRules.in(directory, TIMES_SHORTER, TIMES_FORGETFUL, RUNS),
            alertmanager.address());
    awaitQuiet();
  }

  /** Also where a case failed, so that the next begins with a deployment that is well. */
  @AfterEach
  void mend() throws IOException {
    if (broken) {
      lab.breakBy(List.of());
      broken = false;
    }
    awaitQuiet();
  }

  /**
   * Woken once means that one call opens something, and that until all is over nothing else is
   * opened: no other group and no other receiver is called, none that was told that it is over is
   * called again, and no alert that was over fires again, not even behind others of its group that
   * never stopped. It also means that each call is of the stated severity.
   *
   * <p>It does not mean a single call. While a group fires, Alertmanager calls again as soon as one
   * more view or account joins it or leaves it, with the key of the group, by which this belongs to
   * the page or ticket that is open. How often it does depends on when each target has its next
   * run, so that counting these would be counting luck. It calls for nothing else: the example's
   * repeat_interval is hours.
   */
  @ParameterizedTest
  @CsvSource({
    "certificate-expired=contoso.example, critical, pager, Cause: tls_expired",
    "pool-down=pool02, critical, pager, Cause: tcp_refused",
    "internal-record-leaked, warning, tickets, Cause: dns_internal_record_leaked",
    "ticket-service-damaged, critical, pager, Cause: metadata_unavailable",
    "resolver-dead, warning, tickets, dns_timeout (",
  })
  void one_fault_wakes_once_says_why_and_is_over_when_it_is(
      String fault, String severity, String called, String why) throws Exception {
    Instant begun = Instant.now();
    broken = true;
    lab.breakBy(List.of(Fault.parse(fault)));
    await().atMost(PATIENCE).pollInterval(LOOK).until(() -> !receiver.since(begun).isEmpty());
    Instant told = Instant.now();
    await().atMost(PATIENCE).pollInterval(LOOK).until(() -> allIsToldThatRunsSaySince(told));
    Instant mended = Instant.now();
    mend();
    Instant over = Instant.now();

    List<Notification> calls = receiver.since(begun);
    assertThat(receiver.openingsSince(begun))
        .as("what begins, of %s", calls)
        .singleElement()
        .satisfies(opening -> {
          assertThat(opening.receiver()).isEqualTo(called);
          assertThat(opening.text()).contains(why);
        });
    List<Alert> alerts = calls.stream().flatMap(call -> call.alerts().stream()).toList();
    assertThat(alerts).extracting(Alert::severity).containsOnly(severity);
    assertThat(alerts.stream().collect(groupingBy(Alert::fingerprint, beginnings())).values())
        .as("how often each alert of them begins")
        .allMatch(beginnings -> beginnings.size() == 1);
    System.out.printf(
        "%s: told of after %s, over after %s, %d calls%n",
        fault, Duration.between(begun, told), Duration.between(mended, over), calls.size());
  }

  private static Collector<Alert, ?, Set<String>> beginnings() {
    return mapping(Alert::began, toSet());
  }

  /**
   * Nothing but the watchdog, nothing that is only held back, and everybody who was called knows.
   */
  private static void awaitQuiet() {
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(() ->
            prometheus.query("lyncwatch_probe_success == 1").size() > 20
                && prometheus.series("ALERTS{alertname!=\"LyncwatchWatchdog\"}").isEmpty()
                && Set.of("LyncwatchWatchdog").containsAll(alertmanager.alerts())
                && receiver.nothingFires());
  }

  /**
   * Whether every target has run since, by what was scraped so long ago that the rules have seen
   * it, and nothing still waits for its time.
   */
  private static boolean allIsToldThatRunsSaySince(Instant moment) throws Exception {
    String waiting =
        "lyncwatch_probe_last_run_timestamp_seconds offset 5s < " + moment.getEpochSecond();
    return prometheus.query(waiting).isEmpty()
        && prometheus.series("ALERTS{alertstate=\"pending\"}").isEmpty();
  }

  private static Configuration configuration() throws Exception {
    List<User> accounts =
        lab.users().stream().filter(user -> ACCOUNTS.contains(user.address())).toList();
    LabFiles files =
        LabFiles.write(
            lab, Files.createDirectory(directory.resolve("lab")), accounts, "127.0.0.1:0");
    Files.writeString(
        files.configuration(),
        Files.readString(files.configuration())
            .replaceAll(
                "(?m)^intervals: .*$",
                "intervals: {dns: 4s, entry: 6s, sign-in: 6s, certificate: 6s, recheck: 1s}"));
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR)
        .read(files.configuration())
        .configuration();
  }
}
