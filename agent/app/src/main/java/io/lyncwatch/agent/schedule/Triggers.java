package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerListener;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.spi.ThreadPool;

/** Quartz with a store in memory, in the few words that a schedule needs. */
final class Triggers {
  /** A firing later than this is left out, not run late. */
  private static final Duration MISFIRE_THRESHOLD = Duration.ofSeconds(5);

  private static final JobKey JOB = JobKey.jobKey("probe");

  private final Scheduler quartz;

  private Triggers(Scheduler quartz) {
    this.quartz = quartz;
  }

  static Triggers of(ThreadPool threads, Job job, TriggerListener misfires) {
    return asking(() -> {
      RAMJobStore store = new RAMJobStore();
      store.setMisfireThreshold(MISFIRE_THRESHOLD.toMillis());
      // Quartz keeps schedulers by name, process-wide: one name each.
      String name = "lyncwatch-" + UUID.randomUUID();
      DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
      factory.createScheduler(name, name, threads, store);
      Scheduler quartz = factory.getScheduler(name);
      quartz.setJobFactory((bundle, scheduler) -> job);
      quartz.getListenerManager().addTriggerListener(misfires);
      quartz.addJob(
          JobBuilder.newJob(ProbeJob.class).withIdentity(JOB).storeDurably().build(), true);
      return new Triggers(quartz);
    });
  }

  void start() {
    asking(() -> {
      quartz.start();
      return quartz;
    });
  }

  /** Fires no more; does not wait for what is under way. */
  void stop() {
    asking(() -> {
      quartz.shutdown(false);
      return quartz;
    });
  }

  /** Fires from {@code first} on, every {@code interval}. */
  void regular(TargetId target, Instant first, Duration interval) {
    put(
        Firing.REGULAR,
        target,
        first,
        SimpleScheduleBuilder.simpleSchedule()
            .withIntervalInMilliseconds(interval.toMillis())
            .repeatForever()
            .withMisfireHandlingInstructionNextWithRemainingCount());
  }

  /** Fires once, late rather than never. */
  void once(Firing firing, TargetId target, Instant at) {
    put(
        firing,
        target,
        at,
        SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow());
  }

  /** When the next regular firing is due. */
  Optional<Instant> nextRegular(TargetId target) {
    return asking(() ->
        Optional.ofNullable(quartz.getTrigger(Firing.REGULAR.keyOf(target)))
            .map(Trigger::getNextFireTime)
            .map(Date::toInstant));
  }

  /** Takes back every firing of a target. */
  void cancel(TargetId target) {
    asking(() -> {
      for (Firing firing : Firing.values()) {
        quartz.unscheduleJob(firing.keyOf(target));
      }
      return quartz;
    });
  }

  private void put(Firing firing, TargetId target, Instant at, SimpleScheduleBuilder times) {
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(firing.keyOf(target))
            .forJob(JOB)
            .startAt(Date.from(at))
            .withSchedule(times)
            .build();
    asking(() -> {
      Date replaced = quartz.rescheduleJob(trigger.getKey(), trigger);
      return replaced != null ? replaced : quartz.scheduleJob(trigger);
    });
  }

  /** With its store in memory, Quartz throws for wrong use only. */
  private static <T> T asking(Question<T> question) {
    try {
      return question.ask();
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SchedulerException;
  }
}
