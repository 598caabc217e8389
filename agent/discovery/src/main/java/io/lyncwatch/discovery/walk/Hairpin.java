package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.FailureFindings;
import io.lyncwatch.discovery.report.Side;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The way of clients inside to an external name: out through the firewall and back in. A name that
 * internal DNS leads to an address of the inside, as it should, does not go that way.
 */
final class Hairpin {
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  private Hairpin() {}

  /** Whether clients of a view go that way to a name of a side. */
  static boolean isWay(View view, Side side) {
    return view == View.INTERNAL && side == Side.EXTERNAL;
  }

  /** A connection that nobody answers on that way is one that the firewall drops, most likely. */
  static Finding named(Finding finding) {
    return finding.reason() == Reason.TCP_TIMEOUT && !isInside(finding)
        ? finding.named(Reason.HAIRPIN_BLOCKED)
        : finding;
  }

  /** What a finding is about without regard to that name. */
  static Reason plain(Finding finding) {
    return finding.reason() == Reason.HAIRPIN_BLOCKED ? Reason.TCP_TIMEOUT : finding.reason();
  }

  /** By RFC 1918 and RFC 4193. */
  private static boolean isInside(Finding finding) {
    return FailureFindings.address(finding.evidence().getOrDefault("address", ""))
        .map(InetSocketAddress::getAddress)
        .filter(Hairpin::isInside)
        .isPresent();
  }

  private static boolean isInside(InetAddress address) {
    return address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address six
            && (six.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
  }
}
