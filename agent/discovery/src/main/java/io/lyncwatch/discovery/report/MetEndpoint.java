package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.Endpoint;
import java.util.Locale;

/** A TLS endpoint that a walk came to, and as what. */
public record MetEndpoint(Endpoint endpoint, Role role) {
  /** What an endpoint is to a SIP domain. */
  public enum Role {
    /** {@code lyncdiscoverinternal} or {@code lyncdiscover}. */
    DISCOVERY_RECORD,
    /** A server that a redirect or a root document named. */
    AUTODISCOVER,
    /** A web ticket service. */
    TICKET,
    /** A service of the home pool. */
    SERVICE;

    /** The word in metrics and reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
