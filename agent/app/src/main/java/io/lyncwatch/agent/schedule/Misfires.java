package io.lyncwatch.agent.schedule;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.Trigger.CompletedExecutionInstruction;
import org.quartz.TriggerKey;
import org.quartz.TriggerListener;

/**
 * Hears from Quartz of firings that it leaves out for being too late. Those of one-shot triggers
 * are not left out but late, and show as lag.
 */
final class Misfires implements TriggerListener {
  private final Function<TriggerKey, @Nullable ScheduledProbe> probes;

  Misfires(Function<TriggerKey, @Nullable ScheduledProbe> probes) {
    this.probes = probes;
  }

  @Override
  public String getName() {
    return "misfires";
  }

  @Override
  public void triggerMisfired(Trigger trigger) {
    ScheduledProbe probe = probes.apply(trigger.getKey());
    if (probe != null && Firing.of(trigger.getKey()) == Firing.REGULAR) {
      probe.misfired(trigger.getNextFireTime().toInstant());
    }
  }

  @Override
  public void triggerFired(Trigger trigger, JobExecutionContext context) {
    // The job itself knows.
  }

  @Override
  public boolean vetoJobExecution(Trigger trigger, JobExecutionContext context) {
    return false;
  }

  @Override
  public void triggerComplete(
      Trigger trigger,
      JobExecutionContext context,
      CompletedExecutionInstruction triggerInstructionCode) {
    // The job itself knows.
  }
}
