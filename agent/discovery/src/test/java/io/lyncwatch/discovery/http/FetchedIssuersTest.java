package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchedIssuersTest {
  private static final String URL = "http://pki.contoso.example/issuing-ca.cer";
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final List<X509Certificate> NOTHING = List.of();

  private final FetchedIssuers issuers = new FetchedIssuers();

  @Test
  void what_was_never_asked_is_not_known() {
    assertThat(issuers.at(URL, NOW)).isEmpty();
  }

  @Test
  void that_nothing_was_found_is_known_for_some_minutes() {
    issuers.keep(URL, NOTHING, NOW);

    assertThat(issuers.at(URL, NOW.plus(Duration.ofMinutes(4)))).contains(NOTHING);
    assertThat(issuers.at(URL, NOW.plus(Duration.ofMinutes(5)))).isEmpty();
  }

  @Test
  void of_too_many_the_one_that_was_not_asked_for_longest_is_forgotten() {
    issuers.keep(URL, NOTHING, NOW);
    for (int other = 0; other < 64; other++) {
      issuers.keep(URL + "?" + other, NOTHING, NOW);
    }

    assertThat(issuers.at(URL, NOW)).isEmpty();
    assertThat(issuers.at(URL + "?63", NOW)).isPresent();
  }
}
