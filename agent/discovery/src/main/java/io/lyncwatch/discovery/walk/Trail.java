package io.lyncwatch.discovery.walk;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The redirects that one walk has followed. Used by one thread. */
final class Trail {
  /** The article's limit; clients refuse the next one. */
  static final int LIMIT = 10;

  private final Set<String> visited = new HashSet<>();
  private int redirects;

  /** What becomes of a redirect. */
  enum Verdict {
    /** Go there. */
    FOLLOW,
    /** That URL has been asked before in this walk. */
    LOOP,
    /** That would be one too many. */
    TOO_MANY
  }

  /** Notes a redirect if it may be followed. */
  Verdict redirect(URI url) {
    if (redirects == LIMIT) {
      return Verdict.TOO_MANY;
    }
    if (!visited.add(key(url))) {
      return Verdict.LOOP;
    }
    redirects++;
    return Verdict.FOLLOW;
  }

  /** How many redirects were followed. */
  int redirects() {
    return redirects;
  }

  /** Scheme, host, path and query without regard to case, as IIS compares them; the port counts. */
  private static String key(URI url) {
    return url.toString().toLowerCase(Locale.ROOT);
  }
}
