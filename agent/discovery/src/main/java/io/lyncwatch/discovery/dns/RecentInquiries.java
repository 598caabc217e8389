package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.dns.Dispute.Claim;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why resolvers disagree, as far as that was found out lately: however many walks meet one
 * disagreement, and however long it lasts, the authoritative servers are asked about it once a
 * minute. What could not be found out is not kept. Safe for many threads; of too many the one that
 * was not met for longest is forgotten.
 */
final class RecentInquiries {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST = 256;

  private final Ticker ticker;
  private final Map<Topic, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  /** What resolvers say of a name, whatever is left of the time for which they say it. */
  private record Topic(String name, Map<Resolver, Set<String>> claims) {
    static Topic of(Dispute dispute) {
      return new Topic(
          dispute.name(),
          dispute.claims().stream().collect(Collectors.toMap(Claim::resolver, Claim::says)));
    }
  }

  private record Known(Disagreement disagreement, Deadline until) {}

  RecentInquiries(Ticker ticker) {
    this.ticker = ticker;
  }

  /** What is known of a dispute; empty if it has to be asked. */
  synchronized Optional<Disagreement> about(Dispute dispute) {
    return Optional.ofNullable(known.get(Topic.of(dispute)))
        .filter(answer -> !answer.until().passed())
        .map(Known::disagreement);
  }

  /** Keeps what was found out. */
  synchronized void keep(Dispute dispute, Disagreement disagreement) {
    known.put(Topic.of(dispute), new Known(disagreement, Deadline.in(KEPT, ticker)));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }
}
