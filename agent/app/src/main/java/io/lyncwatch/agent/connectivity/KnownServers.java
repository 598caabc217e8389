package io.lyncwatch.agent.connectivity;

import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.http.FailureFindings;
import java.net.InetSocketAddress;
import java.util.List;

/** Servers that have answered before: addresses that presented a certificate. */
final class KnownServers {
  /** As many are knocked at: if that many are silent, the rest is, too. */
  private static final int ROOM = 16;

  private final LatestReports latest;

  KnownServers(LatestReports latest) {
    this.latest = latest;
  }

  /** Those of a view, each once. */
  List<InetSocketAddress> in(View view) {
    return latest.states().stream()
        .filter(state -> state.target().view() == view)
        .flatMap(state -> state.presented().all().stream())
        .map(presented -> presented.address())
        .distinct()
        .flatMap(address -> FailureFindings.address(address).stream())
        .limit(ROOM)
        .toList();
  }
}
