package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import java.time.InstantSource;
import java.util.List;

/**
 * How servers are reached in one view. Shared by all runs in it.
 *
 * @param connectTo rules that move connections, the first match wins
 * @param tlsMinimum the oldest protocol that a secret may travel over, as JSSE names it
 */
public record Network(
    View view,
    ViewResolvers resolvers,
    List<ConnectTo> connectTo,
    Handshaker handshaker,
    CertificateJudge judge,
    String tlsMinimum,
    Timeouts timeouts,
    InstantSource clock,
    Ticker ticker) {
  /** Copies the list. */
  public Network {
    connectTo = List.copyOf(connectTo);
  }

  /** The place where connections to an endpoint really go. */
  public Endpoint destination(Endpoint endpoint) {
    return ConnectTo.destination(connectTo, endpoint);
  }
}
