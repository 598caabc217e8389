package io.lyncwatch.discovery.revocation;

import static io.lyncwatch.discovery.revocation.TestingAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.revocation.Obstacle.Why;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a revocation list is worth, and what is kept of it. */
class ListCheckTest {
  private static final String URL = "http://pki.example/ca.crl";
  private static final TestingAuthority CA = new TestingAuthority("CN=Issuing");
  private static final X509Certificate LEAF = CA.leaf();
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void who_is_not_on_the_list_is_good() {
    assertThat(verdict(LEAF, CA.list(WEEK, CA.leaf()))).isInstanceOf(Verdict.Good.class);
    assertThat(verdict(LEAF, CA.list(WEEK))).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void who_is_on_the_list_is_revoked_since_when_and_why() {
    assertThat(verdict(LEAF, CA.list(WEEK, CA.leaf(), LEAF, CA.leaf())))
        .isInstanceOfSatisfying(
            Verdict.Revoked.class,
            revoked -> {
              assertThat(revoked.since()).isEqualTo(NOW.minus(Duration.ofDays(3)));
              assertThat(revoked.why()).isEqualTo("superseded");
              assertThat(revoked.source()).isEqualTo(Source.CRL);
            });
  }

  @Test
  void a_list_proved_for_one_certificate_tells_of_all_others_of_its_issuer() {
    X509Certificate other = CA.leaf();
    RevocationList list = list(LEAF, CA.list(WEEK, other));

    assertThat(list.verdict(other.getSerialNumber(), URL, NOW)).isInstanceOf(Verdict.Revoked.class);
    assertThat(list.verdict(CA.leaf().getSerialNumber(), URL, NOW))
        .isInstanceOf(Verdict.Good.class);
  }

  @Test
  void each_of_many_certificates_on_a_list_is_found() {
    Stream<BigInteger> many =
        IntStream.range(0, 2_000).mapToObj(i -> BigInteger.TWO.pow(i % 150).add(big(7 * i)));
    RevocationList list =
        list(LEAF, CA.list(NOW, NOW.plus(WEEK), Optional.empty(), many.distinct()));

    assertThat(list.verdict(BigInteger.TWO.pow(149).add(big(7 * 149)), URL, NOW))
        .isInstanceOf(Verdict.Revoked.class);
    assertThat(list.verdict(BigInteger.TWO.pow(149).add(big(7 * 149 + 1)), URL, NOW))
        .isInstanceOf(Verdict.Good.class);
  }

  @Test
  void an_ended_list_proves_nothing_not_even_of_who_is_on_it() {
    byte[] ended = CA.list(NOW.minus(WEEK), NOW.minus(Duration.ofHours(1)), Optional.empty(), LEAF);

    assertThat(obstacle(ended).why()).isEqualTo(Why.OUT_OF_DATE);
    assertThat(obstacle(ended).words()).contains("it ended at 2026-06-15T11:00:00Z");
  }

  @Test
  void a_list_of_another_authority_of_the_same_name_proves_nothing() {
    byte[] list = new TestingAuthority("CN=Issuing").list(WEEK, LEAF);

    assertThat(obstacle(list).why()).isEqualTo(Why.FOREIGN);
    assertThat(obstacle(new TestingAuthority("CN=Other").list(WEEK, LEAF)).why())
        .isEqualTo(Why.FOREIGN);
  }

  @Test
  void what_is_no_list_cannot_be_read() {
    byte[] whole = CA.list(WEEK);

    assertThat(obstacle(new byte[0]).why()).isEqualTo(Why.MALFORMED);
    assertThat(obstacle(Arrays.copyOf(whole, whole.length / 2)).why()).isEqualTo(Why.MALFORMED);
  }

  @Test
  void a_list_is_ending_in_the_last_tenth_of_its_life_or_on_its_last_day() {
    Instant end = NOW.plus(Duration.ofDays(90));

    assertThat(Lifetime.of(NOW, end).due()).isEqualTo(end.minus(Duration.ofDays(9)));
    assertThat(Lifetime.of(NOW, NOW.plus(WEEK)).due())
        .isEqualTo(NOW.plus(WEEK).minus(Duration.ofDays(1)));
  }

  @Test
  void a_list_that_lives_a_day_is_not_ending_from_its_first_hour() {
    Lifetime day = Lifetime.of(NOW, NOW.plus(Duration.ofDays(1)));

    assertThat(day.ending(NOW.plus(Duration.ofHours(12)))).isFalse();
    assertThat(day.ending(NOW.plus(Duration.ofHours(19)))).isTrue();
  }

  @Test
  void a_list_that_says_when_the_next_one_comes_is_not_ending_before() {
    Instant end = NOW.plus(Duration.ofHours(8));
    Instant begin = end.minus(WEEK);

    assertThat(list(LEAF, CA.list(begin, end, Optional.empty())).lifetime().ending(NOW)).isTrue();
    assertThat(
            list(LEAF, CA.list(begin, end, Optional.of(NOW.minus(Duration.ofHours(1)))))
                .lifetime()
                .ending(NOW))
        .isFalse();
    assertThat(
            list(LEAF, CA.list(begin, end, Optional.of(NOW.minus(Duration.ofHours(4)))))
                .lifetime()
                .ending(NOW))
        .isTrue();
  }

  @Test
  void a_list_is_kept_for_a_day_at_most_and_looked_at_again_when_its_successor_is_due() {
    Lifetime year = Lifetime.of(NOW, NOW.plus(Duration.ofDays(365)));
    Lifetime week = Lifetime.of(NOW, NOW.plus(WEEK));

    assertThat(year.keptFrom(NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(week.keptFrom(week.due().minusSeconds(3600))).isEqualTo(week.due());
    assertThat(week.keptFrom(week.due().plusSeconds(1)))
        .isEqualTo(week.due().plusSeconds(1).plus(Duration.ofMinutes(15)));
    assertThat(week.keptFrom(week.end())).isEqualTo(week.end().plus(Duration.ofMinutes(5)));
  }

  private static BigInteger big(int value) {
    return BigInteger.valueOf(value);
  }

  private static Verdict verdict(X509Certificate leaf, byte[] content) {
    return list(leaf, content).verdict(leaf.getSerialNumber(), URL, NOW);
  }

  private static RevocationList list(X509Certificate leaf, byte[] content) {
    Listing listing = ListCheck.of(new Issued(leaf, CA.certificate()), content, URL, NOW);
    assertThat(listing).isInstanceOf(Listing.Valid.class);
    return ((Listing.Valid) listing).list();
  }

  private static Obstacle obstacle(byte[] content) {
    Listing listing = ListCheck.of(new Issued(LEAF, CA.certificate()), content, URL, NOW);
    assertThat(listing).isInstanceOf(Listing.Useless.class);
    return ((Listing.Useless) listing).obstacle();
  }
}
