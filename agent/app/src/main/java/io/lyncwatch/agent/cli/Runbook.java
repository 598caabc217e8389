package io.lyncwatch.agent.cli;

import io.lyncwatch.discovery.finding.Reason;

/** The page about a reason for who is on call. */
final class Runbook {
  private Runbook() {}

  /** Its path from the top of the project. */
  static String of(Reason reason) {
    return "alerts/runbooks/" + reason.code() + ".md";
  }
}
