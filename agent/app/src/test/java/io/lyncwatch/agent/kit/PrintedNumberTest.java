package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedNumberTest {
  /** What {@code getValueFormat} of {@code @grafana/data} 13.2.3 gave for each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none        | 8          | 8
          none        | -0.00021   | -0.000210
          none        | 2.5        | 2.50
          none        | 1234.5678  | 1235
          percentunit | 1          | 100%
          percentunit | 0.999      | 99.9%
          percentunit | 0.0314     | 3.14%
          s           | 0          | 0 s
          s           | 0.00002    | 20 µs
          s           | 0.0314     | 31.4 ms
          s           | 42.4242    | 42.4 s
          s           | 61         | 1.02 mins
          s           | 3600       | 1 hour
          s           | -700000    | -1.16 weeks
          d           | 0.999      | 0.999 day
          d           | 8          | 1.14 weeks
          bytes       | 1234.5678  | 1.21 KiB
          bytes       | 123456789  | 118 MiB
          ops         | 0.333      | 0.333 ops/s
          ops         | 90000      | 90K ops/s
          dtdurations | 0          | 0 seconds
          dtdurations | 1200000    | 1 week
          """)
  void without_decimals_of_the_panel_as_many_are_printed_as_tell_something(
      String unit, double number, String printed) {
    assertThat(new PrintedNumber(number, OptionalInt.empty()).in(unit)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none        | 0 | 0.999     | 1
          none        | 1 | 8         | 8.0
          s           | 1 | 0.0314    | 31.4 ms
          dtdurations | 0 | 1200000   | 1 week
          dtdurations | 1 | 1200000   | 1 week, 6 days
          dtdurations | 1 | -700000   | 1 week, 1 day ago
          dtdurations | 1 | 3600      | 1 hour, 0 minutes
          dtdurations | 2 | 123456789 | 3 years, 11 months, 0 weeks
          """)
  void decimals_of_the_panel_are_digits_and_of_a_duration_further_parts(
      String unit, int decimals, double number, String printed) {
    assertThat(new PrintedNumber(number, OptionalInt.of(decimals)).in(unit)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "Infinity, ∞", "-Infinity, -∞"})
  void what_is_no_number_has_no_unit(double number, String printed) {
    assertThat(new PrintedNumber(number, OptionalInt.empty()).in("s")).isEqualTo(printed);
  }
}
