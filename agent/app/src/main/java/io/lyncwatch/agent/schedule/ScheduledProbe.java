package io.lyncwatch.agent.schedule;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One target of the schedule: runs its probe, one run at a time and in its turn, and passes the
 * reports on. A run whose turn does not come within the interval makes a report, too, and goes on
 * waiting.
 */
final class ScheduledProbe {
  private static final Logger log = LoggerFactory.getLogger(ScheduledProbe.class);

  private final InstantSource clock;
  private final ReportSink sink;
  private final ScheduleListener listener;
  private final TargetId target;
  private final Turns turns;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicReference<@Nullable Outcome> lastVerdict = new AtomicReference<>();
  private volatile Probe probe;
  private volatile Duration interval;
  private volatile Optional<Exclusive> shared;
  private volatile boolean dropped;

  ScheduledProbe(
      Probe probe,
      Duration interval,
      Optional<Exclusive> shared,
      Turns turns,
      ReportSink sink,
      ScheduleListener listener,
      InstantSource clock) {
    this.clock = clock;
    this.sink = sink;
    this.listener = listener;
    this.target = probe.target();
    this.probe = probe;
    this.interval = interval;
    this.shared = shared;
    this.turns = turns;
  }

  TargetId target() {
    return target;
  }

  Duration interval() {
    return interval;
  }

  /** Takes another probe of the same target from the next run on. */
  void replace(Probe newProbe, Duration newInterval, Optional<Exclusive> nowShared) {
    probe = newProbe;
    interval = newInterval;
    Optional<Exclusive> before = shared;
    shared = nowShared;
    before.filter(line -> !isMine(line)).ifPresent(line -> turns.leave(line, target));
  }

  /** Passes on no more reports, and waits for no turn. */
  void drop() {
    dropped = true;
    shared.ifPresent(line -> turns.leave(line, target));
  }

  boolean isRunning() {
    return running.get();
  }

  /** Has it run once more after the run that is under way; false if none is. */
  boolean runAgainAfterwards() {
    if (!running.get()) {
      return false;
    }
    wanted.set(true);
    // It may have ended in between, without a look at the wish: then it is taken back.
    return running.get() || !wanted.getAndSet(false);
  }

  /** Whether it still is this line in which the target may wait. */
  private boolean isMine(Exclusive line) {
    return !dropped && shared.map(Exclusive::what).filter(line.what()::equals).isPresent();
  }

  /**
   * Runs the probe unless it is running already or has to wait for its turn.
   *
   * @param again is told when to fire again if it is not its turn
   * @return whether the outcome turned from success to failure or back
   */
  boolean run(Instant due, Consumer<Instant> again) {
    if (running.get()) {
      deliver(stillGoing());
      return false;
    }
    Optional<Exclusive> turn = shared;
    if (turn.isPresent() && !turns.begin(turn.get(), target, clock.instant(), again)) {
      waiting(turn.get());
      return false;
    }
    try {
      return runNow(due, again);
    } finally {
      turn.ifPresent(ended -> turns.end(ended, clock.instant()));
    }
  }

  private void waiting(Exclusive line) {
    if (!isMine(line)) {
      // Dropped or replaced meanwhile: nobody would come when this place is called.
      turns.leave(line, target);
    } else if (turns.overdue(line, target, clock.instant(), interval)) {
      deliver(noTurn(line));
    }
  }

  private Report noTurn(Exclusive line) {
    return Report.notRun(
        target,
        clock.instant(),
        Outcome.SKIPPED,
        "Its turn has not come within its interval of %d s: %s is too busy with other targets."
            .formatted(interval.toSeconds(), line.what()),
        List.of());
  }

  private boolean runNow(Instant due, Consumer<Instant> again) {
    if (!running.compareAndSet(false, true)) {
      deliver(stillGoing());
      return false;
    }
    listener.started(target, since(due));
    try {
      Report report = report();
      deliver(report);
      return turned(report.outcome());
    } finally {
      running.set(false);
      listener.ended(target);
      if (wanted.getAndSet(false)) {
        again.accept(clock.instant());
      }
    }
  }

  private Report stillGoing() {
    return Report.notRun(
        target, clock.instant(), Outcome.SKIPPED, "The previous run is still going.", List.of());
  }

  /** How many firings were left out if one that was due then has not started by now. */
  void misfired(Instant due) {
    listener.misfired(target, 1 + since(due).dividedBy(interval));
  }

  /** Whether the firing that was due then is so late that the next one is due as well. */
  boolean isOvertaken(Instant due) {
    return since(due).compareTo(interval) >= 0;
  }

  private Report report() {
    try {
      return probe.run();
    } catch (RuntimeException | Error bug) {
      // An Error too: one probe's stack overflow must not silence its target.
      if (!dropped) {
        log.error("The probe of {} failed; this is a bug", target, bug);
      }
      return Report.notRun(
          target,
          clock.instant(),
          Outcome.UNKNOWN,
          "The agent itself failed; its log says more.",
          List.of());
    }
  }

  private void deliver(Report report) {
    if (!dropped) {
      sink.accept(report);
    }
  }

  private boolean turned(Outcome outcome) {
    if (outcome != Outcome.SUCCESS && outcome != Outcome.FAILURE) {
      return false;
    }
    Outcome before = lastVerdict.getAndSet(outcome);
    return before != null && before != outcome;
  }

  private Duration since(Instant due) {
    Duration late = Duration.between(due, clock.instant());
    return late.isNegative() ? Duration.ZERO : late;
  }
}
