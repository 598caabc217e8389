package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.tls.hello.Accepted;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.tls.hello.TlsVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceptionsTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  private static final List<String> CERTIFICATE = List.of("aa");
  private static final Optional<Reception> RECEPTION =
      Optional.of(
          new Reception(
              new Accepted(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, Set.of()), Optional.empty()));

  private final Receptions receptions = new Receptions(new Random(1));

  @Test
  void what_was_found_out_holds_for_a_day() {
    receptions.keep(place(1), CERTIFICATE, RECEPTION, NOW);

    assertThat(at(Duration.ofHours(23))).isEqualTo(RECEPTION);
    assertThat(at(Duration.ofHours(24))).isEmpty();
  }

  @Test
  void another_certificate_is_asked_about_anew() {
    receptions.keep(place(1), CERTIFICATE, RECEPTION, NOW);

    assertThat(receptions.at(place(1), List.of("bb"), NOW)).isEmpty();
  }

  @Test
  void another_address_is_asked_by_itself() {
    receptions.keep(place(1), CERTIFICATE, RECEPTION, NOW);

    assertThat(receptions.at(place(2), CERTIFICATE, NOW)).isEmpty();
  }

  @Test
  void what_was_known_outlives_an_asking_that_brought_nothing() {
    receptions.keep(place(1), CERTIFICATE, RECEPTION, NOW);
    receptions.keep(place(1), CERTIFICATE, Optional.empty(), NOW.plus(Duration.ofDays(1)));

    assertThat(at(Duration.ofDays(1))).isEqualTo(RECEPTION);
    assertThat(at(Duration.ofHours(25))).isEmpty();
  }

  @Test
  void what_was_known_of_another_certificate_does_not() {
    receptions.keep(place(1), CERTIFICATE, RECEPTION, NOW);

    assertThat(receptions.keep(place(1), List.of("bb"), Optional.empty(), NOW).reception())
        .isEmpty();
  }

  @Test
  void of_too_many_addresses_the_one_not_looked_at_for_longest_is_forgotten() {
    for (int port = 1; port <= 4096; port++) {
      receptions.keep(place(port), CERTIFICATE, RECEPTION, NOW);
    }
    assertThat(receptions.at(place(1), CERTIFICATE, NOW)).isPresent();
    receptions.keep(place(4097), CERTIFICATE, RECEPTION, NOW);

    assertThat(receptions.at(place(1), CERTIFICATE, NOW)).isPresent();
    assertThat(receptions.at(place(2), CERTIFICATE, NOW)).isEmpty();
  }

  private Optional<Reception> at(Duration later) {
    return receptions
        .at(place(1), CERTIFICATE, NOW.plus(later))
        .flatMap(Receptions.Known::reception);
  }

  private static Receptions.Place place(int port) {
    return new Receptions.Place(
        new Endpoint("lyncdiscover.contoso.example", 443),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }
}
