package io.lyncwatch.agent.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s ago",
    "PT-12.9S, 12 s ago",
    "PT-2M, 2 min ago",
    "PT-119M, 119 min ago",
    "PT-2H, 2 h ago",
    "P-2D, 2 days ago",
    "PT30S, in 30 s",
    "PT239H, in 9 days"
  })
  void it_is_told_how_far_away_it_is(Duration away, String words) {
    assertThat(new Moment(NOW.plus(away), NOW).relative()).isEqualTo(words);
  }

  @Test
  void it_is_told_in_utc_with_its_date_if_it_is_not_near() {
    assertThat(new Moment(NOW.minusSeconds(7), NOW).absolute()).isEqualTo("11:59:53");
    assertThat(new Moment(NOW.plus(Duration.ofDays(9)), NOW).absolute())
        .isEqualTo("2026-03-10 12:00");
  }

  @Test
  void it_is_told_to_machines() {
    assertThat(new Moment(NOW.plusMillis(250), NOW).machine()).isEqualTo("2026-03-01T12:00:00Z");
  }
}
