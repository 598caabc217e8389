package io.lyncwatch.discovery.report;

import java.util.Locale;

/** The four probes. */
public enum ProbeKind {
  /** Asks one resolver for the names of one SIP domain. */
  DNS,
  /** Walks the anonymous part of the flow from one entry point, at every address behind it. */
  ENTRY,
  /** Walks the whole flow for one account. */
  SIGN_IN,
  /** Captures and judges what one endpoint presents, at every address behind it. */
  CERTIFICATE;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
