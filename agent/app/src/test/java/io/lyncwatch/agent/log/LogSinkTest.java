package io.lyncwatch.agent.log;

import static io.lyncwatch.agent.report.TestingReports.entry;
import static io.lyncwatch.agent.report.TestingReports.failure;
import static io.lyncwatch.agent.report.TestingReports.notRun;
import static io.lyncwatch.agent.report.TestingReports.success;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Names;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSinkTest {
  private static final Finding REFUSED =
      Finding.of(Reason.TCP_REFUSED, Stage.ROOT, "lyncdiscover.contoso.example", Map.of());
  private static final Finding EXPIRED =
      Finding.of(Reason.TLS_EXPIRED, Stage.ROOT, "lyncdiscover.contoso.example", Map.of());

  private final TargetId target = entry("contoso.example");
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final LogSink sink = new LogSink(loggerTo(events));

  @BeforeEach
  void add() {
    sink.added(target, Duration.ofSeconds(60));
  }

  @Test
  void a_target_that_succeeds_from_the_first_run_on_says_nothing() {
    sink.accept(success(target));
    sink.accept(success(target));

    assertThat(lines()).isEmpty();
  }

  @Test
  void a_turn_is_said_once_and_so_is_what_was_found() {
    sink.accept(success(target));
    sink.accept(failure(target, REFUSED));
    sink.accept(failure(target, REFUSED));

    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst())
        .isEqualTo(
            "entry/external/contoso.example/lyncdiscover: failure after success: All is well.");
    assertThat(lines().getLast())
        .startsWith(
            "entry/external/contoso.example/lyncdiscover: tcp_refused in stage root (error,"
                + " primary) at lyncdiscover.contoso.example: The server refused the connection");
    assertThat(events.list).allMatch(event -> event.getLevel() == Level.WARN);
  }

  @Test
  void what_is_only_worth_knowing_is_for_debugging_until_it_is_more() {
    sink.accept(success(target));
    sink.accept(
        TestingReports.of(target).withFindings(List.of(REFUSED.atMost(Severity.INFO))).report());
    assertThat(events.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.INFO));

    sink.accept(failure(target, REFUSED));
    assertThat(lines()).anyMatch(line -> line.contains("tcp_refused in stage root (error"));
  }

  @Test
  void a_first_run_that_fails_turns_from_nothing() {
    sink.accept(failure(target));

    assertThat(lines())
        .containsExactly("entry/external/contoso.example/lyncdiscover: failure: All is well.");
  }

  @Test
  void recovery_says_the_turn_and_the_end_of_each_finding() {
    sink.accept(failure(target, REFUSED, EXPIRED));
    events.list.clear();

    sink.accept(success(target));

    assertThat(lines())
        .containsExactlyInAnyOrder(
            "entry/external/contoso.example/lyncdiscover: success after failure: All is well.",
            "entry/external/contoso.example/lyncdiscover: tcp_refused in stage root has ended",
            "entry/external/contoso.example/lyncdiscover: tls_expired in stage root has ended");
  }

  @Test
  void a_skipped_run_turns_nothing_and_ends_nothing() {
    sink.accept(failure(target, REFUSED));
    events.list.clear();

    sink.accept(notRun(target, Outcome.SKIPPED));
    sink.accept(failure(target, REFUSED));

    assertThat(lines()).isEmpty();
  }

  @Test
  void a_run_that_could_not_tell_is_a_turn_but_ends_no_finding() {
    sink.accept(failure(target, REFUSED));
    events.list.clear();

    sink.accept(notRun(target, Outcome.UNKNOWN));

    assertThat(lines())
        .containsExactly(
            "entry/external/contoso.example/lyncdiscover: unknown after failure: Nothing was"
                + " tried.");
  }

  @Test
  void a_change_is_a_line_whatever_the_outcome() {
    Change moved = new Change.HomePool("alice", "pool01.example", "pool02.example");

    sink.accept(success(target).withChanges(List.of(moved)));

    assertThat(lines())
        .containsExactly(
            "entry/external/contoso.example/lyncdiscover: the home pool of alice changed; before:"
                + " pool01.example; now: pool02.example");
    assertThat(events.list).allMatch(event -> event.getLevel() == Level.INFO);
  }

  @Test
  void a_certificate_that_no_longer_covers_a_name_is_a_warning() {
    sink.accept(success(target).withChanges(List.of(replaced("CN=old", "CN=new", "a.example"))));

    assertThat(lines().getFirst())
        .contains(
            "the certificate of web.example:443 changed, it no longer covers a.example, the same"
                + " key; before: CN=old, serial 0a,",
            "; now: CN=new, serial 0a,");
    assertThat(events.list).allMatch(event -> event.getLevel() == Level.WARN);
  }

  @Test
  void what_a_certificate_says_cannot_forge_a_line() {
    sink.accept(
        success(target)
            .withChanges(
                List.of(replaced("CN=\nforged\u001b[31m", "CN=" + "x".repeat(100_000), "\r\n"))));

    assertThat(lines().getFirst()).doesNotContain("\n", "\r", "\u001b").hasSizeLessThan(4_000);
  }

  private static Change replaced(String old, String renewed, String lost) {
    return new Change.Certificate(
        "web.example:443",
        certificate(old),
        certificate(renewed),
        Names.of(List.of(lost)),
        Names.of(List.of()));
  }

  private static ServedCertificate certificate(String subject) {
    return new ServedCertificate(
        Position.LEAF,
        subject,
        "CN=Issuing",
        "0a",
        "ab",
        "key",
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void words_from_the_wire_cannot_forge_a_line() {
    Finding forged =
        Finding.of(
            Reason.TCP_REFUSED,
            Stage.ROOT,
            "host\n2026-03-01 ERROR forged\u001b[31m",
            Map.of("endpoint", "e\r\nvil" + "x".repeat(100_000)));

    sink.accept(failure(target, forged));

    assertThat(lines().getLast()).doesNotContain("\n", "\r", "\u001b").hasSizeLessThan(4_000);
  }

  @Test
  void a_removed_target_is_forgotten() {
    sink.accept(failure(target, REFUSED));
    sink.removed(target);
    events.list.clear();

    sink.accept(failure(target, EXPIRED));

    assertThat(lines()).isEmpty();
  }

  private List<String> lines() {
    return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Logger loggerTo(ListAppender<ILoggingEvent> events) {
    LoggerContext context = new LoggerContext();
    events.setContext(context);
    events.start();
    Logger logger = context.getLogger("log");
    logger.addAppender(events);
    return logger;
  }
}
