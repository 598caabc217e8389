package io.lyncwatch.agent.schedule;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs probes over and over, each at its own interval, and feeds their reports to a sink.
 *
 * <p>A firing whose target is still running makes a report with the outcome {@code SKIPPED}; one
 * for which no thread came free in time is left out and counted, never made up for. When a target's
 * outcome turns from success to failure or back, one more run comes after the recheck time, unless
 * the next regular one comes sooner.
 *
 * <p>Of targets that share something only one runs at a time, in the order in which they came. One
 * that has to wait runs later, which is no lag and no misfire; if it waits for a whole interval, a
 * report with the outcome {@code SKIPPED} says so.
 *
 * <p>All methods may be called from any thread, also from a sink.
 */
public final class Schedule implements AutoCloseable {
  /** How long {@link #close} waits for runs that have been interrupted. */
  private static final Duration LAST_WAIT = Duration.ofSeconds(4);

  private static final Logger log = LoggerFactory.getLogger(Schedule.class);

  private final Duration recheck;
  private final ReportSink sink;
  private final ScheduleListener listener;
  private final InstantSource clock;
  private final Map<String, ScheduledProbe> probes = new ConcurrentHashMap<>();
  private final Turns turns = new Turns();
  private final ProbeThreads threads;
  private final Triggers triggers;
  private State state = State.NEW;

  /**
   * A schedule that runs nothing before {@link #start}.
   *
   * @param concurrency how many runs may go on at once, at least 1
   * @param recheck how long after a turn of the outcome a target is run again
   * @param sink gets every report, and hears of targets that come and go
   */
  public Schedule(
      int concurrency,
      Duration recheck,
      ReportSink sink,
      ScheduleListener listener,
      InstantSource clock) {
    this.recheck = recheck;
    this.sink = sink;
    this.listener = listener;
    this.clock = clock;
    this.threads = new ProbeThreads(concurrency);
    this.triggers =
        Triggers.of(
            threads,
            new ProbeJob(this::probeOf, this::recheck, this::defer),
            new Misfires(this::probeOf));
  }

  /** Begins to run what was added, and what will be. */
  public synchronized void start() {
    if (state != State.NEW) {
      throw new IllegalStateException("a schedule starts once");
    }
    state = State.STARTED;
    probes.values().forEach(this::plan);
    triggers.start();
  }

  /** Adds a target that shares nothing. */
  public void add(Probe probe, Duration interval) {
    add(probe, interval, Optional.empty());
  }

  /**
   * Adds a target. If there is one of the same identity, the new probe takes its place: what is
   * known of the target is kept, and so are its times if the interval is the same. Does nothing
   * after {@link #close}.
   *
   * @param interval at least 1 ms
   * @param shared what it shares with others, if anything
   */
  public synchronized void add(Probe probe, Duration interval, Optional<Exclusive> shared) {
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException("the interval of " + probe.target() + " is too short");
    }
    if (state == State.CLOSED) {
      return;
    }
    ScheduledProbe present = probes.get(probe.target().toString());
    if (present == null) {
      ScheduledProbe added =
          new ScheduledProbe(probe, interval, shared, turns, sink, listener, clock);
      sink.added(probe.target(), interval);
      probes.put(probe.target().toString(), added);
      planIfStarted(added);
    } else {
      boolean otherTimes = !present.interval().equals(interval);
      present.replace(probe, interval, shared);
      if (otherTimes) {
        sink.added(probe.target(), interval);
        planIfStarted(present);
      }
    }
  }

  /** Ends a target. A run that is under way goes on, but its report is dropped. */
  public synchronized void remove(TargetId target) {
    ScheduledProbe removed = probes.remove(target.toString());
    if (removed != null && state != State.CLOSED) {
      removed.drop();
      triggers.cancel(target);
      sink.removed(target);
    }
  }

  /** The targets that there are now. */
  public Set<TargetId> targets() {
    return Set.copyOf(probes.values().stream().map(ScheduledProbe::target).toList());
  }

  /** Those whose run has begun and not ended. */
  public Set<TargetId> underWay() {
    return probes.values().stream()
        .filter(ScheduledProbe::isRunning)
        .map(ScheduledProbe::target)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Runs a target as soon as there is a free thread, beside its regular times; if it runs already,
   * once more after that. Does nothing if there is no such target or the schedule does not run.
   */
  public synchronized void runSoon(TargetId target) {
    if (state == State.STARTED && probes.containsKey(target.toString())) {
      triggers.once(Firing.SOON, target, clock.instant());
    }
  }

  /** Stops within 5 s: runs under way are interrupted, and their reports dropped. */
  @Override
  public void close() {
    synchronized (this) {
      if (state == State.CLOSED) {
        return;
      }
      state = State.CLOSED;
      probes.values().forEach(ScheduledProbe::drop);
    }
    triggers.stop();
    // Without the lock: a run that is under way may be about to call a method of this class.
    try {
      if (!threads.end(LAST_WAIT)) {
        log.warn("Some runs did not end within {} s of being told to", LAST_WAIT.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void planIfStarted(ScheduledProbe probe) {
    if (state == State.STARTED) {
      plan(probe);
    }
  }

  private void plan(ScheduledProbe probe) {
    Timetable times = Timetable.of(probe.target(), probe.interval(), clock.instant());
    triggers.once(Firing.SOON, probe.target(), times.first());
    triggers.regular(probe.target(), times.regular(), probe.interval());
  }

  private synchronized void recheck(ScheduledProbe probe) {
    if (state != State.STARTED) {
      return;
    }
    Instant at = clock.instant().plus(recheck);
    if (triggers.nextRegular(probe.target()).map(at::isBefore).orElse(false)) {
      triggers.once(Firing.RECHECK, probe.target(), at);
    }
  }

  /** A regular run that is put off becomes one of its own: the next regular one stays due. */
  private synchronized void defer(Instant then, ScheduledProbe probe, Firing firing) {
    if (state == State.STARTED && probes.get(probe.target().toString()) == probe) {
      Firing later = firing == Firing.RECHECK ? Firing.RECHECK : Firing.SOON;
      // Quartz counts in milliseconds; rounded down it would be too soon again.
      triggers.once(later, probe.target(), then.plusMillis(1));
    }
  }

  private @Nullable ScheduledProbe probeOf(TriggerKey key) {
    return probes.get(key.getName());
  }

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }
}
