package io.lyncwatch.lab.dns;

/** Where a name server has its records from. */
public enum Authority {
  /** It is one of the authoritative servers of their domains, and says so. */
  OWN,
  /** It asked others some time ago. */
  HEARSAY
}
