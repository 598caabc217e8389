package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.walk.SignInWalk;

/**
 * Walks the whole flow for one account in one view.
 *
 * @param account the operator's word for it
 */
public record SignInProbe(String account, SignInWalk walk) implements Probe {
  @Override
  public TargetId target() {
    return new TargetId(
        ProbeKind.SIGN_IN, walk.network().view(), walk.trust().domain().name(), account);
  }

  @Override
  public Report run() {
    return walk.run(target());
  }
}
