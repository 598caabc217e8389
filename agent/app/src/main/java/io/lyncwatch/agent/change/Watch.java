package io.lyncwatch.agent.change;

import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.List;

/** What is known of a target, to hold its next report against. Immutable. */
sealed interface Watch permits AddressWatch, CertificateWatch, HomePoolWatch, NodeWatch {
  /** What one more report changes in the world, and in what is known of it. */
  Step after(Report report);

  /** Of a target that has not run. */
  static Watch begin(TargetId target) {
    return switch (target.probe()) {
      case DNS -> AddressWatch.NOTHING;
      case ENTRY -> NodeWatch.NOTHING;
      case SIGN_IN -> HomePoolWatch.NOTHING;
      case CERTIFICATE -> CertificateWatch.NOTHING;
    };
  }

  /**
   * The way from one report to the next.
   *
   * @param next what is known now
   */
  record Step(Watch next, List<Change> changes) {
    /** Copies the list. */
    public Step {
      changes = List.copyOf(changes);
    }

    static Step quiet(Watch next) {
      return new Step(next, List.of());
    }
  }
}
