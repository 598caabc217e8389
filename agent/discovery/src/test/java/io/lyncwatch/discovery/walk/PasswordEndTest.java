package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordEndTest {
  private static final Optional<LocalDate> END = Optional.of(LocalDate.of(2027, 1, 31));

  @ParameterizedTest
  @CsvSource({
    "2027-01-17T00:00:00Z, ends in 14 days",
    "2027-01-30T23:59:59Z, ends in 1 day",
    "2027-01-31T12:00:00Z, ends today",
    "2027-02-01T00:00:00Z, has ended 1 day ago",
    "2028-02-01T00:00:00Z, has ended 366 days ago"
  })
  void it_is_told_from_two_weeks_before_and_goes_on_afterwards(Instant now, String words) {
    assertThat(PasswordEnd.judge(END, now).orElseThrow().evidence())
        .containsEntry("ends", words)
        .containsEntry("date", "2027-01-31");
  }

  @Test
  void earlier_there_is_nothing_to_tell() {
    assertThat(PasswordEnd.judge(END, Instant.parse("2027-01-16T23:59:59Z"))).isEmpty();
    assertThat(PasswordEnd.judge(Optional.empty(), Instant.EPOCH)).isEmpty();
  }
}
