package io.lyncwatch.discovery.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found at the URLs of issuers, so that many endpoints below one authority ask it once.
 * Authorities renew what stands there, so nothing is kept for long; that nothing was found is kept
 * for a moment, too, as a host that does not answer costs everybody's time. Used by many threads;
 * of too many URLs the one that was not asked for longest is forgotten.
 */
public final class FetchedIssuers {
  private static final int MOST = 64;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEPT_IF_NOTHING = Duration.ofMinutes(5);

  private final Map<String, Fetched> byUrl = new LinkedHashMap<>(16, 0.75f, true);

  private record Fetched(List<X509Certificate> certificates, Instant until) {}

  /** What is known of a URL at an instant; empty if it has to be asked. */
  synchronized Optional<List<X509Certificate>> at(String url, Instant now) {
    return Optional.ofNullable(byUrl.get(url))
        .filter(fetched -> now.isBefore(fetched.until()))
        .map(Fetched::certificates);
  }

  /** Keeps what was fetched at an instant. */
  synchronized void keep(String url, List<X509Certificate> certificates, Instant now) {
    Duration kept = certificates.isEmpty() ? KEPT_IF_NOTHING : KEPT;
    byUrl.put(url, new Fetched(List.copyOf(certificates), now.plus(kept)));
    if (byUrl.size() > MOST) {
      byUrl.remove(byUrl.keySet().iterator().next());
    }
  }
}
