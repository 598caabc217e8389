package io.lyncwatch.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.Position;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastPresentedTest {
  private static final TargetId TARGET =
      new TargetId(ProbeKind.CERTIFICATE, View.EXTERNAL, "", "web.example:443");

  private final LastPresented first =
      LastPresented.NOTHING.after(run(List.of("one", "two"), presented("one"), presented("two")));

  @Test
  void an_address_that_presents_nothing_keeps_what_it_presented_last() {
    Presented renewed = presented("two");

    LastPresented now = first.after(run(List.of("one", "two"), renewed));

    assertThat(now.all()).hasSize(2);
    assertThat(now.all().getFirst()).isSameAs(renewed);
    assertThat(addresses(now)).containsExactly("two", "one");
  }

  @Test
  void all_of_it_stays_while_nothing_is_presented_or_measured() {
    assertThat(first.after(run(List.of("one", "two")))).isEqualTo(first);
    assertThat(first.after(run(List.of()))).as("the name does not resolve").isEqualTo(first);
    assertThat(first.after(run(List.of("three")))).as("a new address is down").isEqualTo(first);
    assertThat(first.after(TestingReports.notRun(TARGET, Outcome.UNKNOWN))).isEqualTo(first);
  }

  @Test
  void an_address_that_the_name_no_longer_has_is_forgotten_when_another_presents_something() {
    assertThat(addresses(first.after(run(List.of("two", "three"), presented("three")))))
        .containsExactly("three", "two");
  }

  @Test
  void an_endpoint_that_is_absent_on_purpose_presents_nothing() {
    Report absent = TestingReports.of(TARGET).withFacts(facts(List.of())).report();

    assertThat(first.after(absent)).isEqualTo(LastPresented.NOTHING);
  }

  @Test
  void a_name_with_ever_other_addresses_does_not_fill_the_memory() {
    LastPresented known = LastPresented.NOTHING;
    List<String> all = IntStream.range(0, 1000).mapToObj(i -> "address " + i).toList();
    for (String address : all) {
      known = known.after(run(all, presented(address)));
    }

    assertThat(known.all()).hasSize(64);
    assertThat(known.all().getFirst().address()).isEqualTo("address 999");
  }

  @Test
  void a_name_that_was_turned_away_stays_so_until_something_is_presented_for_it() {
    Report refusal =
        TestingReports.of(TARGET)
            .withFindings(
                List.of(
                    Finding.of(
                        Reason.TLS_NAME_UNKNOWN, Stage.CAPTURE, "web.example:443", Map.of())))
            .withOutcome(Outcome.FAILURE)
            .withFacts(facts(List.of("one")))
            .report();

    LastPresented silent = first.after(refusal).after(run(List.of("one")));

    assertThat(silent.refused()).isTrue();
    assertThat(silent.after(run(List.of("one"), presented("one"))).refused()).isFalse();
  }

  private static List<String> addresses(LastPresented known) {
    return known.all().stream().map(Presented::address).toList();
  }

  private static Report run(List<String> addresses, Presented... presented) {
    return TestingReports.of(TARGET)
        .withOutcome(Outcome.FAILURE)
        .withFacts(facts(addresses, presented))
        .report();
  }

  private static Facts facts(List<String> addresses, Presented... presented) {
    return new Facts.Certificate(
        new Endpoint("web.example", 443), Arrays.asList(presented), addresses);
  }

  private static Presented presented(String address) {
    ServedCertificate leaf =
        new ServedCertificate(
            Position.LEAF, "CN=web", "CN=Issuing", "0a", "ab", "key", Instant.EPOCH, Instant.MAX);
    return new Presented(
        address,
        Optional.empty(),
        Optional.empty(),
        new Judgement(
            "web.example",
            List.of(leaf),
            true,
            "",
            Optional.empty(),
            true,
            List.of("web.example"),
            true,
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
