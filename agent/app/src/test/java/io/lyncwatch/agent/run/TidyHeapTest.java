package io.lyncwatch.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyHeapTest {
  @ParameterizedTest(name = "{0} MB lived, {1} MB are used: {2}")
  @CsvSource({
    "0, 10, false",
    "0, 11, true",
    "16, 26, false",
    "16, 27, true",
    "100, 149, false",
    "100, 151, true"
  })
  void old_objects_are_looked_at_when_half_as_many_have_come_but_not_for_little(
      long lived, long used, boolean due) {
    assertThat(TidyHeap.isDue(lived * 1_000_000, used * 1_000_000)).isEqualTo(due);
  }
}
