package io.lyncwatch.agent.schedule;

import io.lyncwatch.discovery.report.TargetId;
import org.quartz.TriggerKey;

/** Why a run is due; each target has at most one Quartz trigger of each kind. */
enum Firing {
  /** Its place in the interval has come. */
  REGULAR,
  /** It is the first run, somebody asked for it, or it had to wait for its turn. */
  SOON,
  /** The outcome has just turned. */
  RECHECK;

  TriggerKey keyOf(TargetId target) {
    return TriggerKey.triggerKey(target.toString(), name());
  }

  static Firing of(TriggerKey key) {
    return valueOf(key.getGroup());
  }
}
