package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Side;

/** The way of clients inside to an external name: out through the firewall and back in. */
final class Hairpin {
  private Hairpin() {}

  /** Whether clients of a view go that way to a name of a side. */
  static boolean isWay(View view, Side side) {
    return view == View.INTERNAL && side == Side.EXTERNAL;
  }

  /** A connection that nobody answers on that way is one that the firewall drops, most likely. */
  static Finding named(Finding finding) {
    return finding.reason() == Reason.TCP_TIMEOUT ? finding.named(Reason.HAIRPIN_BLOCKED) : finding;
  }
}
