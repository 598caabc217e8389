package io.lyncwatch.agent.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.lab.Walker;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.AddressType;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.StubDnsClient;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of a lab's two views, taken from two servers of Knot DNS. */
@Timeout(120)
class KnotTest {
  private static final String ALICE = "alice@contoso.example";
  private static final int CROWD = 60;

  @TempDir private static Path directory;

  @AutoClose private static Lab lab;
  @AutoClose private static PeerProgram inside;
  @AutoClose private static PeerProgram outside;

  @BeforeAll
  static void open() throws IOException {
    PeerProgram.installed("knotd", "knot");
    lab = Lab.start(LabSettings.defaults());
    inside = serve(View.INTERNAL, "127.0.54.1", List.of());
    outside = serve(View.EXTERNAL, "127.0.54.2", crowd());
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL", "EXTERNAL"})
  void a_user_signs_in_by_the_names_of_either_view(View view) {
    Report report = walker().signIn(view, ALICE);

    assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
    assertThat(report.findings())
        .extracting(Finding::severity)
        .doesNotContain(Severity.WARNING, Severity.ERROR);
  }

  @Test
  void the_internal_record_is_an_alias_inside_and_unknown_outside() {
    DnsAnswer here = internalRecord(View.INTERNAL);
    DnsAnswer there = internalRecord(View.EXTERNAL);

    assertThat(here.status()).isEqualTo(DnsAnswer.Status.ADDRESSES);
    assertThat(here.aliases()).containsExactly("dir01.corp.contoso.example");
    assertThat(there.status()).isEqualTo(DnsAnswer.Status.NXDOMAIN);
  }

  @Test
  void an_answer_too_large_for_a_datagram_comes_over_tcp() {
    DnsAnswer answer =
        new StubDnsClient(Ticker.SYSTEM, new SecureRandom(), Patience.USUAL)
            .ask(
                new Resolver("outside", outside.address(), View.EXTERNAL),
                "crowd.contoso.example",
                AddressType.A,
                Deadline.in(Duration.ofSeconds(30), Ticker.SYSTEM));

    assertThat(answer.addresses()).hasSize(CROWD);
    assertThat(answer.overTcp()).isTrue();
  }

  @Test
  void a_server_that_was_stopped_is_the_one_cause() throws IOException {
    PeerProgram stopped = serve(View.EXTERNAL, "127.0.54.3", List.of());
    stopped.close();

    Report report =
        new Walker(lab, view -> List.of(stopped.address())).signIn(View.EXTERNAL, ALICE);

    assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(report.causes())
        .extracting(Finding::reason)
        .singleElement()
        .isIn(Reason.DNS_UNREACHABLE, Reason.DNS_TIMEOUT);
  }

  @Test
  void a_secondary_that_missed_a_change_is_named_by_its_older_serial() throws IOException {
    String primary = "127.0.54.4";
    String secondary = "127.0.54.5";
    List<String> more = List.of("lyncdiscover.contoso.example. 300 IN A 127.0.2.9");
    try (PeerProgram one = serve(View.EXTERNAL, primary, besides(secondary, List.of()), 2);
        PeerProgram two = serve(View.EXTERNAL, secondary, besides(primary, more), 1)) {
      Report report =
          new Walker(lab, view -> List.of(one.address(), two.address()))
              .signIn(View.EXTERNAL, ALICE);

      assertThat(report.causes())
          .singleElement()
          .satisfies(cause -> {
            assertThat(cause.reason()).isEqualTo(Reason.DNS_AUTHORITY_STALE);
            assertThat(cause.evidence().get("servers")).endsWith("(" + secondary + ")");
          });
    }
  }

  @Test
  void both_sides_declared_as_one_view_are_told_apart() {
    Report report =
        new Walker(lab, view -> List.of(inside.address(), outside.address()))
            .signIn(View.INTERNAL, ALICE);

    assertThat(report.findings()).extracting(Finding::reason).contains(Reason.DNS_VIEWS_MIXED);
  }

  /** The records of a zone that has one more name server. */
  private static List<String> besides(String other, List<String> more) {
    return Stream.concat(
            Stream.of(
                "contoso.example. 300 IN NS ns2.contoso.example.",
                "ns2.contoso.example. 300 IN A " + other),
            more.stream())
        .toList();
  }

  private static Walker walker() {
    return new Walker(
        lab, view -> List.of(view == View.INTERNAL ? inside.address() : outside.address()));
  }

  private static DnsAnswer internalRecord(View view) {
    Facts.Dns facts = (Facts.Dns) walker().dns(view, "contoso.example").facts();
    return facts.lookups().stream()
        .filter(asked -> asked.record() == Facts.RecordKind.LYNCDISCOVERINTERNAL)
        .map(asked -> asked.lookup().a())
        .findFirst()
        .orElseThrow();
  }

  private static PeerProgram serve(View view, String host, List<String> more) throws IOException {
    return serve(view, host, more, 1);
  }

  private static PeerProgram serve(View view, String host, List<String> more, int serial)
      throws IOException {
    return KnotView.serve(
        InetAddress.getByName(host),
        directory.resolve(host),
        lab,
        view == View.INTERNAL ? lab.internalDns() : lab.externalDns(),
        more,
        serial);
  }

  /** A name with more addresses than the 512 bytes of a plain datagram (RFC 1035 4.2.1) hold. */
  private static List<String> crowd() {
    return IntStream.rangeClosed(1, CROWD)
        .mapToObj("crowd.contoso.example. 300 IN A 192.0.2.%d"::formatted)
        .toList();
  }
}
