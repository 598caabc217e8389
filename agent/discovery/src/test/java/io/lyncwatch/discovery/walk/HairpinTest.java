package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When silence on the way to an external name is the firewall's. */
class HairpinTest {
  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7:443", "[2001:db8::7]:443", "127.0.2.9:18443"})
  void silence_at_an_address_outside_is_most_likely_the_firewalls(String address) {
    assertThat(Hairpin.named(silent(address)).reason()).isEqualTo(Reason.HAIRPIN_BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7:443",
        "172.16.3.4:443",
        "192.168.1.1:443",
        "[fd00:1::7]:443",
        "[fe80::7]:443"
      })
  void silence_at_an_address_inside_is_that_machines(String address) {
    assertThat(Hairpin.named(silent(address)).reason()).isEqualTo(Reason.TCP_TIMEOUT);
  }

  @Test
  void a_refusal_is_no_silence() {
    Finding refused =
        Finding.of(Reason.TCP_REFUSED, Stage.ROOT, "web", Map.of("address", "203.0.113.7:443"));

    assertThat(Hairpin.named(refused)).isEqualTo(refused);
  }

  @Test
  void only_clients_inside_go_that_way_and_to_external_names_only() {
    assertThat(Hairpin.isWay(View.INTERNAL, Side.EXTERNAL)).isTrue();
    assertThat(Hairpin.isWay(View.INTERNAL, Side.INTERNAL)).isFalse();
    assertThat(Hairpin.isWay(View.EXTERNAL, Side.EXTERNAL)).isFalse();
    assertThat(Hairpin.isWay(View.ANY, Side.EXTERNAL)).isFalse();
  }

  private static Finding silent(String address) {
    return Finding.of(Reason.TCP_TIMEOUT, Stage.ROOT, "web", Map.of("address", address));
  }
}
