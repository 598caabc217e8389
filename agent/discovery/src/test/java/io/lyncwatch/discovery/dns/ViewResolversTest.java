package io.lyncwatch.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several resolvers of a view, and what their answers mean. */
class ViewResolversTest {
  private static final String NAME = "lyncdiscoverinternal.contoso.example";
  private static final Resolver DC1 = resolver("dc1", "10.0.0.53");
  private static final Resolver DC2 = resolver("dc2", "10.0.0.54");
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(30), Ticker.SYSTEM);

  @Test
  void all_questions_are_on_their_way_at_once() {
    CyclicBarrier everyQuestion = new CyclicBarrier(4);
    DnsClient client =
        (resolver, name, type, deadline) -> {
          meet(everyQuestion);
          return answer(resolver, type, Status.NXDOMAIN);
        };
    List<Lookup> lookups = view(List.of(DC1, DC2), client).ask(NAME, SOON);

    assertThat(lookups).extracting(Lookup::resolver).containsExactly(DC1, DC2);
    assertThat(lookups)
        .allSatisfy(lookup -> {
          assertThat(lookup.a().type()).isEqualTo(AddressType.A);
          assertThat(lookup.aaaa().type()).isEqualTo(AddressType.AAAA);
        });
  }

  @Test
  void the_first_resolver_with_addresses_is_usable() {
    Lookup failed = lookup(DC1, Status.TIMEOUT, Status.TIMEOUT);
    Lookup good = lookup(DC2, Status.ADDRESSES, Status.NO_DATA);

    assertThat(ViewResolvers.usable(List.of(failed, good))).contains(good);
    assertThat(ViewResolvers.usable(List.of(failed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7, A", "2001:db8::7, AAAA"})
  void an_address_is_its_own_answer_and_nobody_is_asked(String literal, AddressType type) {
    DnsClient nobody =
        (resolver, name, asked, deadline) -> {
          throw new AssertionError("asked for " + name);
        };
    List<Lookup> lookups = view(List.of(DC1), nobody).ask(literal, SOON);

    assertThat(lookups).hasSize(1);
    assertThat(lookups.getFirst().addresses()).containsExactly(InetAddress.ofLiteral(literal));
    assertThat(lookups.getFirst().verdict().type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_DATA, DNS_NO_ADDRESS",
    "NXDOMAIN, DNS_NXDOMAIN",
    "FAILURE, DNS_SERVFAIL",
    "TIMEOUT, DNS_TIMEOUT",
    "UNREACHABLE, DNS_UNREACHABLE",
    "MALFORMED, DNS_MALFORMED"
  })
  void each_kind_of_failure_is_its_own_finding(Status status, Reason reason) {
    assertThat(DnsFindings.of(Stage.RESOLVE, lookup(DC1, status, status)))
        .map(Finding::reason)
        .contains(reason);
  }

  @Test
  void a_look_up_with_addresses_is_no_finding() {
    assertThat(DnsFindings.of(Stage.RESOLVE, lookup(DC1, Status.ADDRESSES, Status.TIMEOUT)))
        .isEmpty();
  }

  @Test
  void a_resolver_that_fails_for_one_type_is_not_taken_to_say_that_the_name_is_absent() {
    assertThat(DnsFindings.of(Stage.RESOLVE, lookup(DC1, Status.NO_DATA, Status.TIMEOUT)))
        .map(Finding::reason)
        .contains(Reason.DNS_TIMEOUT);
  }

  @Test
  void the_evidence_fills_the_sentences_of_the_reason() {
    DnsAnswer dangling =
        new DnsAnswer(
            DC1,
            NAME,
            AddressType.A,
            Status.NO_DATA,
            List.of(),
            List.of("gone.contoso.example"),
            OptionalLong.of(60),
            OptionalInt.of(3),
            0,
            false,
            Duration.ofMillis(1500),
            "the name its CNAME leads to does not exist");
    Finding finding = DnsFindings.of(Stage.RESOLVE, dangling).orElseThrow();

    assertThat(finding.where()).isEqualTo(NAME);
    assertThat(finding.cause())
        .isEqualTo(
            "The name exists at dc1 but leads to no address (CNAME gone.contoso.example)."
                .replace("The name", NAME));
    assertThat(finding.evidence())
        .containsAllEntriesOf(
            Map.of(
                "view", "internal",
                "address", "10.0.0.53",
                "port", "53",
                "waited", "1.5 s",
                "rcode", "NXDOMAIN",
                "detail", "the name its CNAME leads to does not exist"));
  }

  @Test
  void resolvers_with_different_addresses_disagree() {
    Lookup one = lookup(DC1, Status.ADDRESSES, Status.NO_DATA);
    Lookup none = lookup(DC2, Status.NXDOMAIN, Status.NXDOMAIN);

    Finding finding = DnsFindings.disagreement(List.of(one, none)).orElseThrow();

    assertThat(finding.reason()).isEqualTo(Reason.DNS_RESOLVERS_DISAGREE);
    assertThat(finding.evidence()).containsEntry("answers", "dc1: 192.0.2.7; dc2: no address");
  }

  @Test
  void a_resolver_that_does_not_answer_disagrees_with_nobody() {
    Lookup one = lookup(DC1, Status.ADDRESSES, Status.NO_DATA);
    Lookup silent = lookup(DC2, Status.NO_DATA, Status.TIMEOUT);

    assertThat(DnsFindings.disagreement(List.of(one, silent))).isEmpty();
  }

  private static Lookup lookup(Resolver resolver, Status a, Status aaaa) {
    return new Lookup(answer(resolver, AddressType.A, a), answer(resolver, AddressType.AAAA, aaaa));
  }

  private static DnsAnswer answer(Resolver resolver, AddressType type, Status status) {
    return new DnsAnswer(
        resolver,
        NAME,
        type,
        status,
        status == Status.ADDRESSES ? List.of(InetAddress.ofLiteral("192.0.2.7")) : List.of(),
        List.of(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        0,
        false,
        Duration.ZERO,
        "");
  }

  private static Resolver resolver(String name, String address) {
    return new Resolver(
        name, new InetSocketAddress(InetAddress.ofLiteral(address), 53), View.INTERNAL);
  }

  private static ViewResolvers view(List<Resolver> resolvers, DnsClient client) {
    ZoneClient zones = new ZoneClient(Ticker.SYSTEM, new Random(1), Patience.USUAL);
    return new ViewResolvers(resolvers, client, zones, new Random(1));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the questions were not asked side by side", e);
    }
  }
}
