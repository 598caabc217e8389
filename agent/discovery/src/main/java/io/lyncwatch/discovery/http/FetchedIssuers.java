package io.lyncwatch.discovery.http;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found at the URLs of issuers, so that many endpoints below one authority ask it once.
 * Used by many threads; of too many the one that was not asked for longest is forgotten.
 */
public final class FetchedIssuers {
  private static final int MOST = 64;

  private final Map<String, List<X509Certificate>> byUrl = new LinkedHashMap<>(16, 0.75f, true);

  /** What is known of a URL; nothing if nothing is. */
  synchronized List<X509Certificate> at(String url) {
    return byUrl.getOrDefault(url, List.of());
  }

  synchronized void keep(String url, List<X509Certificate> certificates) {
    byUrl.put(url, List.copyOf(certificates));
    if (byUrl.size() > MOST) {
      byUrl.remove(byUrl.keySet().iterator().next());
    }
  }
}
