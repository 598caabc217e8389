package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

  /**
   * The same for one machine behind the reverse proxy, asked as the proxy does: every connection to
   * 443 and 80 goes to its external site, whatever name it is for, and its certificate is judged as
   * one that only the proxy sees.
   *
   * @param machine a host name or an address literal
   * @param https the port of its external site
   * @param http likewise
   */
  public Network behindProxy(String machine, int https, int http) {
    return new Network(
        View.EXTERNAL,
        resolvers,
        List.of(moved(443, machine, https), moved(80, machine, http)),
        handshaker,
        judge.behindProxy(),
        tlsMinimum,
        timeouts,
        clock,
        ticker);
  }

  private static ConnectTo moved(int port, String machine, int toPort) {
    return new ConnectTo(
        Optional.empty(), OptionalInt.of(port), Optional.of(machine), OptionalInt.of(toPort));
  }

  /** The place where connections to an endpoint really go. */
  public Endpoint destination(Endpoint endpoint) {
    return ConnectTo.destination(connectTo, endpoint);
  }
}
