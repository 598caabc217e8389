package io.lyncwatch.agent.schedule;

import static io.lyncwatch.agent.report.TestingReports.entry;
import static io.lyncwatch.agent.report.TestingReports.failure;
import static io.lyncwatch.agent.report.TestingReports.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.report.RecordingSink;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduleTest {
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final int SLOTS = 4;

  private final TargetId target = entry("contoso.example");
  private final RecordingSink sink = new RecordingSink();
  private final CountingListener listener = new CountingListener();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Schedule schedule =
      new Schedule(SLOTS, Duration.ofMillis(20), sink, listener, InstantSource.system());

  @AfterEach
  void close() {
    gate.countDown();
    schedule.close();
  }

  @Test
  void a_probe_runs_over_and_over() {
    ScriptedProbe probe = new ScriptedProbe(target, () -> success(target));

    schedule.add(probe, OFTEN);
    schedule.start();

    await().until(() -> sink.reports().size() >= 3);
    assertThat(sink.outcomes()).containsOnly(Outcome.SUCCESS);
    assertThat(listener.started.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void nothing_runs_before_the_start() {
    schedule.add(new ScriptedProbe(target, () -> success(target)), OFTEN);
    schedule.runSoon(target);

    assertThat(sink.events()).containsExactly("added " + target + " every PT0.05S");
    assertThat(sink.reports()).isEmpty();
  }

  @Test
  void a_target_that_is_added_later_runs_as_well() {
    schedule.start();

    schedule.add(new ScriptedProbe(target, () -> success(target)), OFTEN);

    await().until(() -> !sink.reports().isEmpty());
  }

  @Test
  void a_run_can_be_asked_for() {
    ScriptedProbe probe = new ScriptedProbe(target, () -> success(target));
    schedule.start();
    schedule.add(probe, SELDOM);

    schedule.runSoon(target);
    await().until(() -> probe.runs() == 1);
    schedule.runSoon(target);

    await().until(() -> probe.runs() == 2);
  }

  @Test
  void a_run_that_is_asked_for_during_another_comes_after_it() {
    ScriptedProbe probe = new ScriptedProbe(target, this::atGate);
    TargetId fabrikam = entry("fabrikam.example");
    ScriptedProbe other = new ScriptedProbe(fabrikam, () -> success(fabrikam));
    schedule.start();
    schedule.add(other, SELDOM);
    schedule.add(probe, SELDOM);
    schedule.runSoon(target);
    await().until(() -> listener.inFlight.get() == 1);
    assertThat(schedule.underWay()).containsExactly(target);

    schedule.runSoon(target);
    schedule.runSoon(other.target());
    await().until(() -> other.runs() == 1);
    gate.countDown();

    await().until(() -> probe.runs() == 2);
    assertThat(sink.outcomes()).containsOnly(Outcome.SUCCESS);
  }

  @Test
  void a_removed_target_runs_no_more_and_its_last_report_is_dropped() {
    ScriptedProbe probe = new ScriptedProbe(target, this::atGate);
    schedule.start();
    schedule.add(probe, SELDOM);
    schedule.runSoon(target);
    await().until(() -> listener.inFlight.get() == 1);

    schedule.remove(target);
    gate.countDown();

    await().until(() -> listener.inFlight.get() == 0);
    schedule.runSoon(target);
    assertThat(sink.reports()).isEmpty();
    assertThat(sink.events()).contains("removed " + target);
    assertThat(schedule.targets()).isEmpty();
  }

  @Test
  void another_probe_takes_the_place_of_one_of_the_same_target() {
    ScriptedProbe old = new ScriptedProbe(target, () -> success(target));
    ScriptedProbe replacement = new ScriptedProbe(target, () -> failure(target));
    schedule.add(old, OFTEN);
    schedule.start();

    schedule.add(replacement, OFTEN);

    await().until(() -> replacement.runs() > 1);
    assertThat(schedule.targets()).containsExactly(target);
    assertThat(sink.events()).hasSize(1);
  }

  @Test
  void a_firing_during_a_run_makes_a_skipped_report() {
    schedule.add(new ScriptedProbe(target, this::atGate), OFTEN);
    schedule.start();

    await().until(() -> sink.outcomes().contains(Outcome.SKIPPED));
    gate.countDown();

    await().until(() -> sink.outcomes().contains(Outcome.SUCCESS));
    assertThat(listener.mostInFlight.get()).isEqualTo(1);
  }

  @Test
  void a_probe_that_throws_makes_an_unknown_report_and_runs_again() {
    schedule.add(
        new ScriptedProbe(
            target,
            () -> {
              throw new IllegalStateException("a bug");
            },
            () -> success(target)),
        OFTEN);
    schedule.start();

    await().until(() -> sink.outcomes().contains(Outcome.SUCCESS));
    assertThat(sink.outcomes().getFirst()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void no_more_runs_go_on_at_once_than_there_are_slots() {
    for (int i = 0; i < 3 * SLOTS; i++) {
      schedule.add(new ScriptedProbe(entry("tenant" + i + ".example"), this::atGate), SELDOM);
    }
    schedule.start();
    schedule.targets().forEach(schedule::runSoon);

    await().until(() -> listener.inFlight.get() == SLOTS);
    gate.countDown();

    await().until(() -> sink.reports().size() == 3 * SLOTS);
    assertThat(listener.mostInFlight.get()).isEqualTo(SLOTS);
  }

  @Test
  void firings_that_find_no_free_slot_in_time_are_counted_and_not_made_up_for() {
    AtomicInteger runs = new AtomicInteger();
    schedule.start();
    for (int i = 0; i < SLOTS; i++) {
      TargetId blocker = entry("blocker" + i + ".example");
      schedule.add(new ScriptedProbe(blocker, this::atGate), SELDOM);
      schedule.runSoon(blocker);
    }
    await().until(() -> listener.inFlight.get() == SLOTS);

    schedule.add(
        new ScriptedProbe(
            target,
            () -> {
              runs.incrementAndGet();
              return success(target);
            }),
        OFTEN);
    await().pollDelay(Duration.ofSeconds(1)).until(() -> runs.get() == 0);
    gate.countDown();

    await().until(() -> listener.misfired.get() >= 5);
    await().until(() -> runs.get() >= 1);
  }

  @Test
  void a_turn_of_the_outcome_is_rechecked_once() {
    ScriptedProbe probe =
        new ScriptedProbe(
            target, () -> success(target), () -> failure(target), () -> success(target));
    schedule.start();
    schedule.add(probe, SELDOM);
    schedule.runSoon(target);
    await().until(() -> sink.reports().size() == 1);

    schedule.runSoon(target);

    await().until(() -> sink.reports().size() == 3);
    await().during(Duration.ofMillis(300)).until(() -> sink.reports().size() == 3);
    assertThat(sink.outcomes()).containsExactly(Outcome.SUCCESS, Outcome.FAILURE, Outcome.SUCCESS);
  }

  @Test
  void an_outcome_that_stays_is_not_rechecked() {
    ScriptedProbe probe = new ScriptedProbe(target, () -> failure(target));
    schedule.start();
    schedule.add(probe, SELDOM);
    schedule.runSoon(target);
    await().until(() -> probe.runs() == 1);

    schedule.runSoon(target);

    await().until(() -> probe.runs() == 2);
    await().during(Duration.ofMillis(300)).until(() -> probe.runs() == 2);
  }

  @Test
  void targets_that_share_an_account_run_one_at_a_time_and_none_is_skipped() {
    Optional<Exclusive> shared = Optional.of(new Exclusive("alice", Duration.ZERO));
    List<TargetId> targets = List.of(entry("one.example"), entry("two.example"));
    targets.forEach(id -> schedule.add(new ScriptedProbe(id, () -> atGateOf(id)), SELDOM, shared));
    schedule.start();
    targets.forEach(schedule::runSoon);
    await().until(() -> listener.inFlight.get() == 1);

    gate.countDown();

    await().until(() -> sink.reports().size() == 2);
    assertThat(listener.mostInFlight.get()).isEqualTo(1);
    assertThat(sink.outcomes()).containsOnly(Outcome.SUCCESS);
    assertThat(sink.reports()).extracting(Report::target).containsAll(targets);
  }

  @Test
  void who_waits_for_a_turn_takes_no_slot_from_those_who_could_run() {
    Optional<Exclusive> shared = Optional.of(new Exclusive("alice", Duration.ZERO));
    schedule.start();
    for (int i = 0; i < 3 * SLOTS; i++) {
      TargetId id = entry("waiting" + i + ".example");
      schedule.add(new ScriptedProbe(id, this::atGate), SELDOM, shared);
      schedule.runSoon(id);
    }
    await().until(() -> listener.inFlight.get() == 1);

    schedule.add(new ScriptedProbe(target, () -> success(target)), SELDOM);
    schedule.runSoon(target);

    await().until(() -> !sink.reports().isEmpty());
    assertThat(sink.reports()).extracting(Report::target).containsExactly(target);
  }

  @Test
  void between_two_runs_of_one_account_lies_the_spacing() {
    Duration spacing = Duration.ofMillis(300);
    Optional<Exclusive> shared = Optional.of(new Exclusive("alice", spacing));
    List<Long> began = Collections.synchronizedList(new ArrayList<>());
    List<TargetId> targets = List.of(entry("one.example"), entry("two.example"));
    targets.forEach(id ->
        schedule.add(
            new ScriptedProbe(
                id,
                () -> {
                  began.add(System.nanoTime());
                  return success(id);
                }),
            SELDOM,
            shared));
    schedule.start();
    targets.forEach(schedule::runSoon);

    await().until(() -> began.size() == 2);
    assertThat(Duration.ofNanos(began.get(1) - began.get(0)))
        .isGreaterThanOrEqualTo(spacing.minusMillis(2)); // Quartz counts in milliseconds
  }

  @Test
  void a_removed_target_does_not_come_back_for_its_turn() {
    Optional<Exclusive> shared = Optional.of(new Exclusive("alice", Duration.ZERO));
    TargetId holder = entry("one.example");
    ScriptedProbe waiting = new ScriptedProbe(target, () -> success(target));
    schedule.start();
    schedule.add(new ScriptedProbe(holder, this::atGate), SELDOM, shared);
    schedule.runSoon(holder);
    await().until(() -> listener.inFlight.get() == 1);
    schedule.add(waiting, OFTEN, shared);

    schedule.remove(target);
    gate.countDown();

    await().until(() -> sink.reports().size() == 1);
    await().during(Duration.ofMillis(300)).until(() -> waiting.runs() == 0);
  }

  @Test
  void who_waits_behind_a_removed_target_gets_its_turn() {
    Optional<Exclusive> shared = Optional.of(new Exclusive("alice", Duration.ZERO));
    TargetId holder = entry("one.example");
    TargetId last = entry("two.example");
    schedule.start();
    schedule.add(new ScriptedProbe(holder, this::atGate), SELDOM, shared);
    schedule.runSoon(holder);
    await().until(() -> listener.inFlight.get() == 1);
    schedule.add(new ScriptedProbe(target, () -> success(target)), OFTEN, shared);
    await().until(() -> outcomesOf(target).contains(Outcome.SKIPPED));
    schedule.add(new ScriptedProbe(last, () -> success(last)), OFTEN, shared);
    await().until(() -> outcomesOf(last).contains(Outcome.SKIPPED));

    schedule.remove(target);
    gate.countDown();

    await().until(() -> outcomesOf(last).contains(Outcome.SUCCESS));
  }

  private List<Outcome> outcomesOf(TargetId of) {
    return sink.reports().stream().filter(r -> r.target().equals(of)).map(Report::outcome).toList();
  }

  @Test
  void a_turn_that_does_not_come_within_the_interval_makes_a_skipped_report_that_says_for_whom() {
    Optional<Exclusive> shared = Optional.of(new Exclusive("the account alice", Duration.ZERO));
    TargetId holder = entry("one.example");
    schedule.start();
    schedule.add(new ScriptedProbe(holder, () -> atGateOf(holder)), SELDOM, shared);
    schedule.runSoon(holder);
    await().until(() -> listener.inFlight.get() == 1);

    schedule.add(new ScriptedProbe(target, () -> success(target)), OFTEN, shared);

    await().until(() -> sink.outcomes().contains(Outcome.SKIPPED));
    assertThat(sink.reports().getFirst().target()).isEqualTo(target);
    assertThat(sink.reports().getFirst().summary()).contains("the account alice is too busy");
    gate.countDown();
    await().until(() -> sink.reports().stream().anyMatch(this::isSuccessOfTarget));
  }

  private boolean isSuccessOfTarget(Report report) {
    return report.target().equals(target) && report.outcome() == Outcome.SUCCESS;
  }

  @Test
  void closing_interrupts_a_probe_that_hangs_and_drops_its_report() {
    schedule.start();
    schedule.add(new ScriptedProbe(target, this::atGate), SELDOM);
    schedule.runSoon(target);
    await().until(() -> listener.inFlight.get() == 1);

    schedule.close();

    assertThat(listener.inFlight).hasValue(0);
    assertThat(sink.reports()).isEmpty();
  }

  @Test
  @Timeout(20)
  void closing_gives_up_on_a_probe_that_ignores_interrupts() {
    schedule.start();
    schedule.add(new ScriptedProbe(target, this::deaf), SELDOM);
    schedule.runSoon(target);
    await().until(() -> listener.inFlight.get() == 1);

    schedule.close();

    assertThat(listener.inFlight).hasValue(1);
  }

  @Test
  void a_closed_schedule_takes_nothing_more_and_may_be_closed_again() {
    schedule.start();
    schedule.close();

    schedule.add(new ScriptedProbe(target, () -> success(target)), OFTEN);
    schedule.remove(target);
    schedule.runSoon(target);
    schedule.close();

    assertThat(schedule.targets()).isEmpty();
  }

  @Test
  void the_lag_of_a_run_is_told() {
    Supplier<Report> quick = () -> success(target);
    schedule.start();
    schedule.add(new ScriptedProbe(target, quick), OFTEN);

    await().until(() -> listener.started.get() > 0);
    assertThat(listener.leastLag.get()).isNotNegative();
  }

  private Report atGateOf(TargetId id) {
    Report _ = atGate();
    return success(id);
  }

  private Report atGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return success(target);
  }

  private Report deaf() {
    while (gate.getCount() > 0) {
      atGate();
      // Cleared, as by a probe that takes no notice.
      Thread.interrupted();
    }
    return success(target);
  }

  private static final class CountingListener implements ScheduleListener {
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicLong misfired = new AtomicLong();
    private final AtomicLong leastLag = new AtomicLong(Long.MAX_VALUE);

    @Override
    public void started(TargetId target, Duration lag) {
      started.incrementAndGet();
      mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      leastLag.accumulateAndGet(lag.toNanos(), Math::min);
    }

    @Override
    public void ended(TargetId target) {
      inFlight.decrementAndGet();
    }

    @Override
    public void misfired(TargetId target, long firings) {
      misfired.addAndGet(firings);
    }
  }
}
