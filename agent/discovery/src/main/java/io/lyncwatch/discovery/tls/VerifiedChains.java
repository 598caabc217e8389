package io.lyncwatch.discovery.tls;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What PKIX had against the chains that were met lately. A server presents the same one for months,
 * and to check its signatures anew costs as much as half a handshake. Used by many threads; of too
 * many chains the one that was not met for longest is forgotten.
 */
final class VerifiedChains {
  private static final int MOST = 4096;

  private final Map<Chain, Optional<String>> flaws = new LinkedHashMap<>(16, 0.75f, true);

  /** As {@link Chain#flaw} says, which does not depend on the time. */
  Optional<String> flaw(Chain chain, Instant now) {
    synchronized (flaws) {
      Optional<String> known = flaws.get(chain);
      if (known != null) {
        return known;
      }
    }
    Optional<String> flaw = chain.flaw(now);
    synchronized (flaws) {
      flaws.put(chain, flaw);
      if (flaws.size() > MOST) {
        flaws.remove(flaws.keySet().iterator().next());
      }
    }
    return flaw;
  }
}
