package io.lyncwatch.lab.ticket;

import java.util.Locale;

/**
 * What IIS makes of the ties of a Windows sign-in to its TLS connection and to the service that was
 * meant, "Extended Protection for Authentication".
 */
public enum ExtendedProtection {
  /** Nobody looks. */
  OFF,
  /** What a client sends must be right; it need not send anything. */
  ALLOW,
  /** What a client sends must be right, and it must send it. */
  REQUIRE;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
