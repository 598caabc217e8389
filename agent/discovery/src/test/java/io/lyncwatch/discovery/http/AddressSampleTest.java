package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSampleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void sixteen_addresses_are_all_asked_in_the_order_of_the_answer() {
    AddressSample sample = AddressSample.of(addresses(16), NOW);

    assertThat(sample.asked()).isEqualTo(addresses(16));
    assertThat(sample.complete()).isTrue();
    assertThat(sample.finding(Stage.RESOLVE, "lyncdiscover.contoso.example")).isEmpty();
  }

  @Test
  void of_forty_sixteen_are_asked_and_the_others_are_named() {
    AddressSample sample = AddressSample.of(addresses(40), NOW);

    assertThat(sample.asked()).hasSize(16).doesNotContainAnyElementsOf(sample.left());
    assertThat(sample.count()).isEqualTo(40);
    Finding finding = sample.finding(Stage.RESOLVE, "lyncdiscover.contoso.example").orElseThrow();
    assertThat(finding.cause()).contains("has 40 addresses", "the 16 that one run asks");
    for (InetAddress left : sample.left()) {
      assertThat(finding.evidence().get("left")).contains(left.getHostAddress());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT1M", "PT5M", "PT1H"})
  void all_have_their_turn_whatever_the_interval(Duration interval) {
    Set<InetAddress> asked = new HashSet<>();
    for (int run = 0; run < 60; run++) {
      asked.addAll(AddressSample.of(addresses(40), NOW.plus(interval.multipliedBy(run))).asked());
    }

    assertThat(asked).containsExactlyInAnyOrderElementsOf(addresses(40));
  }

  private static List<InetAddress> addresses(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(host -> InetAddress.ofLiteral("192.0.2." + host))
        .toList();
  }
}
