package io.lyncwatch.discovery.report;

import io.lyncwatch.discovery.Endpoint;
import java.util.Locale;

/** A TLS endpoint that is there for clients in a view, and as what. */
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
    SERVICE,
    /**
     * A service of the home pool that clients go to where the ones for them fail. Its name need not
     * resolve.
     */
    FALLBACK,
    /** Where desktop clients speak SIP over TLS. */
    SIP,
    /** A machine behind the reverse proxy, which no client comes to. */
    NODE,
    /** What the operator wants to be watched beside. */
    LISTED;

    /** The word in metrics and reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
