package io.lyncwatch.discovery.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * Finds the ways from a leaf to trusted roots through the certificates that a server sent, in any
 * order, by the names of issuers.
 *
 * <p>The JDK's path builder would stop at the first way, at one instant: here all ways are wanted,
 * expired or not. And a server may send certificates that all issue each other, to make a search
 * without bounds run for ever; this one looks at a fixed number of steps.
 */
final class ChainSearch {
  private static final int MOST_STEPS = 1000;
  private static final int MOST_CHAINS = 16;

  private final Trust trust;
  private final Set<X509Certificate> served;
  private final List<Chain> found = new ArrayList<>();
  private int steps;

  private ChainSearch(Trust trust, List<X509Certificate> served) {
    this.trust = trust;
    this.served = new LinkedHashSet<>(served);
  }

  /**
   * @param served the leaf first, at least one
   */
  static List<Chain> find(Trust trust, List<X509Certificate> served) {
    ChainSearch search = new ChainSearch(trust, served);
    X509Certificate leaf = served.getFirst();
    if (trust.named(leaf.getSubjectX500Principal()).contains(leaf)) {
      search.found.add(new Chain(List.of(), leaf));
    }
    search.goOnFrom(List.of(leaf));
    return search.found;
  }

  private void goOnFrom(List<X509Certificate> way) {
    X500Principal issuer = way.getLast().getIssuerX500Principal();
    for (X509Certificate root : trust.named(issuer)) {
      if (!way.contains(root) && found.size() < MOST_CHAINS) {
        found.add(new Chain(way, root));
      }
    }
    for (X509Certificate next : served) {
      if (steps < MOST_STEPS
          && next.getSubjectX500Principal().equals(issuer)
          && !way.contains(next)) {
        steps++;
        List<X509Certificate> longer = new ArrayList<>(way);
        longer.add(next);
        goOnFrom(List.copyOf(longer));
      }
    }
  }
}
