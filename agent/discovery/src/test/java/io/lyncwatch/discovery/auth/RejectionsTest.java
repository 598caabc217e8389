package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String OLD = "a".repeat(64);
  private static final String NEW = "b".repeat(64);

  private final Rejections two = Rejections.NONE.with(NOON, OLD).with(NOON.plusSeconds(60), NEW);

  @Test
  void what_is_written_is_read_again() {
    assertThat(Rejections.read(two.encoded())).contains(two);
    assertThat(Rejections.read(Rejections.NONE.encoded())).contains(Rejections.NONE);
  }

  @Test
  void a_second_rejection_of_one_secret_takes_the_place_of_the_first() {
    Instant later = NOON.plusSeconds(3600);

    assertThat(two.with(later, OLD).list())
        .containsExactly(
            new Rejections.Rejection(NOON.plusSeconds(60), NEW, 0),
            new Rejections.Rejection(later, OLD, 0));
  }

  @Test
  void secrets_without_a_verdict_are_written_and_read_again_with_their_count() {
    Rejections counted = two.unanswered(NOON, "%064x".formatted(7));

    assertThat(Rejections.read(counted.encoded())).contains(counted);
  }

  @Test
  void a_rejection_is_held_until_the_very_instant_at_which_the_back_off_has_passed() {
    Duration backOff = Duration.ofHours(1);

    assertThat(two.stillHeld(NOON.plusSeconds(3599), backOff)).isEqualTo(two);
    assertThat(two.stillHeld(NOON.plusSeconds(3600), backOff).of(OLD)).isEmpty();
    assertThat(two.stillHeld(NOON.plusSeconds(3600), backOff).of(NEW)).isPresent();
  }

  @Test
  void the_file_of_an_account_with_many_wrong_secrets_stays_small() {
    Rejections many = Rejections.NONE;
    for (int i = 0; i < 1_000; i++) {
      many = many.with(NOON.plusNanos(i), "%064x".formatted(i));
    }
    assertThat(many.encoded()).hasSizeLessThan(Rejections.MOST_BYTES);
    assertThat(many.of("%064x".formatted(999))).isPresent();
  }

  @Test
  void a_file_that_was_cut_off_anywhere_is_damaged() {
    byte[] whole = two.encoded();
    for (int length = 0; length < whole.length; length++) {
      assertThat(Rejections.read(Arrays.copyOf(whole, length))).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void a_short_content_over_a_long_one_is_damaged_until_the_rest_is_cut_off() {
    byte[] torn = two.encoded();
    byte[] shorter = Rejections.NONE.encoded();
    System.arraycopy(shorter, 0, torn, 0, shorter.length);

    assertThat(Rejections.read(torn)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 1320, 40_404})
  void no_mutation_of_a_file_makes_the_reader_throw(long seed) {
    Random random = new Random(seed);
    byte[] good = two.with(Instant.parse("9999-12-31T23:59:59Z"), "c".repeat(64)).encoded();
    for (int run = 0; run < 3_000; run++) {
      byte[] bad = good.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(128);
      }
      assertThatCode(() ->
              Rejections.read(bad)
                  .ifPresent(read -> read.stillHeld(NOON, Duration.ofDays(365)).encoded()))
          .doesNotThrowAnyException();
    }
  }
}
