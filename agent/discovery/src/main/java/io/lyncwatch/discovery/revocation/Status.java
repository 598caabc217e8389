package io.lyncwatch.discovery.revocation;

import java.util.Locale;

/** Whether certificates have been revoked, from good to bad. None of them is a default. */
public enum Status {
  /** An authority says that it has not revoked it. */
  GOOD,
  /** Nobody says anything that can be relied on. */
  UNKNOWN,
  /** An authority says that it has revoked it. */
  REVOKED;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
