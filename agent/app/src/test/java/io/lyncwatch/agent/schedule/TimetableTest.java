package io.lyncwatch.agent.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long HASH = 16_985_000;

  @Test
  void a_short_interval_needs_no_added_first_run() {
    Timetable times = Timetable.of(HASH, Duration.ofSeconds(10), NOON);

    assertThat(times).isEqualTo(new Timetable(NOON.plusSeconds(5), NOON.plusSeconds(15)));
  }

  @Test
  void a_place_that_is_soon_enough_is_the_first_run() {
    Timetable times = Timetable.of(HASH, Duration.ofSeconds(60), NOON);

    assertThat(times).isEqualTo(new Timetable(NOON.plusSeconds(5), NOON.plusSeconds(65)));
  }

  @Test
  void a_long_interval_gets_an_added_first_run() {
    Timetable times = Timetable.of(HASH, Duration.ofHours(1), NOON);

    assertThat(times).isEqualTo(new Timetable(NOON.plusSeconds(5), NOON.plusSeconds(2585)));
  }

  @Test
  void a_place_just_after_an_added_first_run_is_left_out() {
    Instant start = NOON.plusSeconds(2500);

    Timetable times = Timetable.of(HASH, Duration.ofHours(1), start);

    assertThat(times).isEqualTo(new Timetable(start.plusSeconds(5), NOON.plusSeconds(2585 + 3600)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 500, 15_000, 20_000, 60_000, 90_000, 3_600_000, 86_400_000})
  void the_second_run_is_half_an_interval_to_one_and_a_half_after_the_first(long millis) {
    Duration interval = Duration.ofMillis(millis);
    for (TargetId target : targets(500)) {
      Timetable times = Timetable.of(target, interval, NOON);

      assertThat(times.first())
          .isBetween(
              NOON,
              NOON.plus(
                  interval.compareTo(Timetable.FIRST_RUNS) < 0 ? interval : Timetable.FIRST_RUNS));
      assertThat(Duration.between(times.first(), times.regular()))
          .isBetween(interval.dividedBy(2), interval.plus(interval.dividedBy(2)));
    }
  }

  @Test
  void a_restart_keeps_the_phase() {
    Duration interval = Duration.ofSeconds(60);
    for (TargetId target : targets(100)) {
      Instant before = Timetable.of(target, interval, NOON).regular();
      Instant after = Timetable.of(target, interval, NOON.plusMillis(1_234_567)).regular();

      assertThat(Duration.between(before, after).toMillis() % interval.toMillis()).isZero();
    }
  }

  @Test
  void targets_spread_over_the_interval() {
    Map<Long, Long> perTenth =
        targets(1000).stream()
            .map(target -> Timetable.of(target, Duration.ofHours(1), NOON).regular())
            .map(at -> at.toEpochMilli() / 360_000 % 10)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(perTenth).hasSize(10);
    assertThat(perTenth.values()).allSatisfy(count -> assertThat(count).isBetween(50L, 150L));
  }

  @Test
  void first_runs_spread_over_their_window() {
    Map<Long, Long> perThird =
        targets(1000).stream()
            .map(target -> Timetable.of(target, Duration.ofHours(1), NOON).first())
            .map(at -> Duration.between(NOON, at).toMillis() / 4_001)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(perThird.values())
        .hasSize(3)
        .allSatisfy(count -> assertThat(count).isBetween(230L, 430L));
  }

  private static List<TargetId> targets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new TargetId(ProbeKind.DNS, View.INTERNAL, "tenant" + i + ".example", "dc1"))
        .toList();
  }
}
