package io.lyncwatch.discovery;

import java.util.Locale;

/** The two names that a client looks up, in the order in which it does. */
public enum DiscoveryRecord {
  /** Published inside only. */
  LYNCDISCOVERINTERNAL,
  /** Published on the Internet. */
  LYNCDISCOVER;

  /** The first label of the name, which is also its word in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
