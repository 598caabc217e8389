package io.lyncwatch.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "5m,PT5M", "1h,PT1H", "2d,PT48H", "30 s,PT30S"})
  void a_number_and_a_unit_are_a_duration(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "1.5h", "-1s", "1h30m", "30S", "9999999999s", "1w"})
  void all_else_is_refused_with_an_example(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a duration")
        .hasMessageEndingWith("such as 30s");
  }

  @Test
  void a_bare_number_is_answered_with_itself_in_seconds() {
    assertThatThrownBy(() -> Durations.parse("90")).hasMessageEndingWith("such as 90s");
  }

  @Test
  void the_bounds_themselves_are_in_range() {
    assertThat(Durations.parse("1m", "60s", "60s")).isEqualTo(Duration.ofMinutes(1));
  }
}
