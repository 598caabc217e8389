package io.lyncwatch.agent.coverage;

import java.util.Locale;

/** Why a certificate should cover a name. */
public enum Demand {
  /** Clients ask the endpoint for the name today. */
  ASKED,
  /**
   * The documentation wants every pool and Director to cover the discovery names of every SIP
   * domain, for the day on which the records are led there. No client minds today.
   */
  DOCUMENTED;

  /** The word in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
