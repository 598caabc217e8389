package io.lyncwatch.agent.schedule;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.TriggerKey;

/** The one job of Quartz: runs the probe whose trigger fired. */
final class ProbeJob implements Job {
  private final Function<TriggerKey, @Nullable ScheduledProbe> probes;
  private final Consumer<ScheduledProbe> recheck;
  private final Deferral deferral;

  /**
   * @param probes finds the probe of a trigger, null if it was removed in the meantime
   * @param recheck asks for another run of a probe whose outcome turned
   * @param deferral asks for the run that a probe could not have for want of its turn
   */
  ProbeJob(
      Function<TriggerKey, @Nullable ScheduledProbe> probes,
      Consumer<ScheduledProbe> recheck,
      Deferral deferral) {
    this.probes = probes;
    this.recheck = recheck;
    this.deferral = deferral;
  }

  /** Puts a run off. */
  interface Deferral {
    void until(Instant then, ScheduledProbe probe, Firing firing);
  }

  @Override
  public void execute(JobExecutionContext context) {
    TriggerKey key = context.getTrigger().getKey();
    Instant due = context.getScheduledFireTime().toInstant();
    ScheduledProbe probe = probes.apply(key);
    if (probe == null) {
      return;
    }
    Firing firing = Firing.of(key);
    if (firing == Firing.REGULAR && probe.isOvertaken(due)) {
      probe.misfired(due);
      return;
    }
    if (firing == Firing.SOON && probe.runAgainAfterwards()) {
      return;
    }
    if (probe.run(due, then -> deferral.until(then, probe, firing)) && firing != Firing.RECHECK) {
      recheck.accept(probe);
    }
  }
}
