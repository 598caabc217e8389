package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.revocation.KnownStatuses;
import java.util.Optional;

/**
 * How the authorities that issued certificates are asked in one view, and what they said.
 *
 * @param issuers what was found where certificates say that their issuers are
 * @param statuses whether authorities stand by certificates
 * @param proxy the forward proxy that such questions go through, as no other connection does
 */
public record Authorities(
    FetchedIssuers issuers, KnownStatuses statuses, Optional<Endpoint> proxy) {
  /** Asked directly, and nothing is known of them yet. */
  public static Authorities direct() {
    return by(Optional.empty());
  }

  /** The same, asked through a proxy if there is one. */
  public static Authorities by(Optional<Endpoint> proxy) {
    return new Authorities(new FetchedIssuers(), new KnownStatuses(), proxy);
  }
}
