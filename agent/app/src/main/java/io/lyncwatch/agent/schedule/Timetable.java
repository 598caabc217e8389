package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.report.TargetId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * When the runs of one target are due.
 *
 * <p>A hash of the target gives it a fixed place in its interval, counted from the epoch: its
 * <i>phase</i>. So targets spread evenly by themselves (90 targets at 60 s: one every 667 ms on
 * average), and a restart, or another agent, finds the same places again.
 *
 * <p>Nobody wants to wait an hour for the first look at a certificate, so a first run comes within
 * {@link #FIRST_RUNS} (or the interval, if that is shorter) of the start. With the hash 16,985,000
 * and a start at 12:00:00:
 *
 * <ul>
 *   <li>interval 10 s: the phase is 16,985,000 ms mod 10,000 ms = 5 s, so runs are due at 12:00:05,
 *       12:00:15, 12:00:25: the first place is soon enough and nothing is added;
 *   <li>interval 60 s: the phase is 5 s; 12:00:05 is soon enough too, then 12:01:05, 12:02:05;
 *   <li>interval 1 h: the phase is 2,585 s, which is 12:43:05: too late for a first run. It gets
 *       one at the start plus 16,985,000 ms mod 12,000 ms = 5 s, 12:00:05; then 12:43:05, 13:43:05.
 * </ul>
 *
 * <p>A place less than half an interval after such an added first run is left out: it would show
 * nothing new. The second run is thus due half an interval to one and a half after the first.
 *
 * @param first when the first run is due
 * @param regular when the first of the runs is due that follow each other by the interval
 */
record Timetable(Instant first, Instant regular) {
  /** The time within which all first runs are due, so that 20 s after the start all have ended. */
  static final Duration FIRST_RUNS = Duration.ofSeconds(12);

  static Timetable of(TargetId target, Duration interval, Instant start) {
    return of(hash(target), interval, start);
  }

  static Timetable of(long hash, Duration interval, Instant start) {
    Duration window = interval.compareTo(FIRST_RUNS) < 0 ? interval : FIRST_RUNS;
    Instant place = placeFrom(start, hash, interval);
    Instant first =
        place.isAfter(start.plus(window)) ? start.plusMillis(hash % window.toMillis()) : place;
    return new Timetable(first, placeFrom(first.plus(interval.dividedBy(2)), hash, interval));
  }

  /** The first place of the hash at or after an instant. */
  private static Instant placeFrom(Instant from, long hash, Duration interval) {
    long every = interval.toMillis();
    return from.plusMillis(Math.floorMod(hash - from.toEpochMilli(), every));
  }

  /** Not negative, and the same in every process. */
  static long hash(TargetId target) {
    CRC32 crc = new CRC32();
    crc.update(target.toString().getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
