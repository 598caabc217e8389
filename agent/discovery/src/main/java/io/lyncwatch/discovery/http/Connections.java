package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.http.Exchange.Peer;
import io.lyncwatch.discovery.http.Exchange.Result;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ShownCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of one run, one to each server, kept between exchanges as phones keep them. A
 * connection is opened with a full handshake, judged, and only then used. Several threads may ask
 * different servers at once, but one server only one after the other.
 */
public final class Connections implements AutoCloseable {
  private final Network network;
  private final AddressBook addresses;
  private final Dialer dialer;
  private final FollowUps followUps;
  private final Optional<ShownCertificate> shown;
  private final Map<Route, Connection> open = new ConcurrentHashMap<>();

  /** With the names looked up as {@code addresses} says. */
  public Connections(Network network, AddressBook addresses) {
    this(network, addresses, new FollowUps(network.ticker()));
  }

  /** The same in a run that shares with others what it may ask beside. */
  public Connections(Network network, AddressBook addresses, FollowUps followUps) {
    this(network, addresses, followUps, Optional.empty());
  }

  private Connections(
      Network network,
      AddressBook addresses,
      FollowUps followUps,
      Optional<ShownCertificate> shown) {
    this.network = network;
    this.addresses = addresses;
    this.dialer = new Dialer(network.timeouts().connect(), network.ticker());
    this.followUps = followUps;
    this.shown = shown;
  }

  /**
   * Sends one request on a new connection, on which a certificate of ours is shown if the server
   * asks for it, and if its own was found acceptable before. No other request goes that way.
   */
  public Exchange exchangeShowing(ShownCertificate certificate, Request request, Deadline outer) {
    try (Connections alone =
        new Connections(network, addresses, followUps, Optional.of(certificate))) {
      return alone.exchange(request, outer);
    }
  }

  /** What this run may ask that no client asks. */
  public FollowUps followUps() {
    return followUps;
  }

  /**
   * Sends one request and reads the answer, in bounded time.
   *
   * @throws IllegalArgumentException if a secret is to be sent over http: a bug of the caller
   */
  public Exchange exchange(Request request, Deadline outer) {
    Route route = request.route();
    if (request.carriesSecret() && !route.secure()) {
      throw new IllegalArgumentException("a secret must not be sent to " + request.url());
    }
    Deadline deadline = outer.within(network.timeouts().exchange());
    PhaseTimes times = new PhaseTimes(network.ticker());
    Connection kept = open.remove(route);
    if (kept != null && request.carriesSecret() && kept.stale()) {
      kept.close();
      kept = null;
    }
    if (kept != null) {
      Result result = send(kept, route, request, deadline, times);
      if (request.carriesSecret() || request.sameConnection() || !diedIdle(result)) {
        return ended(request, result, kept.peer(false), times);
      }
    } else if (request.sameConnection()) {
      return ended(request, new Failure.ConnectionNotKept(), times);
    }
    return onNewConnection(request, route, deadline, times);
  }

  private Exchange onNewConnection(
      Request request, Route route, Deadline deadline, PhaseTimes times) {
    return switch (connect(route, deadline, times)) {
      case Opening.Opened(Connection connection) ->
          ended(
              request,
              send(connection, route, request, deadline, times),
              connection.peer(true),
              times);
      case Opening.Failed(Failure failure) -> ended(request, failure, times);
    };
  }

  private Result send(
      Connection connection, Route route, Request request, Deadline deadline, PhaseTimes times) {
    Optional<String> tooOld = connection.tls().map(TlsSession::protocol).filter(network::tooOld);
    Result result;
    if (request.carriesSecret() && tooOld.isPresent()) {
      result = new Result.Failed(new Failure.ProtocolTooOld(tooOld.get(), network.tlsMinimum()));
    } else {
      result = connection.send(request, deadline, times);
    }
    if (connection.open()) {
      open.put(route, connection);
    }
    return result;
  }

  /**
   * A server may close a kept connection at any time; that says nothing about the request, which is
   * sent once more, but never if it carries a secret.
   */
  private static boolean diedIdle(Result result) {
    return result.equals(new Result.Failed(Failure.Broken.UNANSWERED));
  }

  private sealed interface Opening {
    record Opened(Connection connection) implements Opening {}

    record Failed(Failure failure) implements Opening {}
  }

  private Opening connect(Route route, Deadline deadline, PhaseTimes times) {
    Endpoint destination = network.destination(route.endpoint());
    List<InetAddress> candidates =
        times.measure(Phase.DNS, () -> addresses.addresses(destination.host(), deadline));
    if (candidates.isEmpty()) {
      return new Opening.Failed(
          new Failure.NoAddress(addresses.lookups(destination.host(), deadline)));
    }
    return switch (times.measure(
        Phase.CONNECT, () -> dialer.dial(candidates, destination.port(), deadline))) {
      case Dialer.Dialed.Failed(Failure.NoConnection failure) -> new Opening.Failed(failure);
      case Dialer.Dialed.Connected(Socket socket, InetSocketAddress address) ->
          route.secure()
              ? secure(socket, address, route.endpoint(), deadline, times)
              : plain(socket, address);
    };
  }

  private Opening secure(
      Socket socket,
      InetSocketAddress address,
      Endpoint endpoint,
      Deadline deadline,
      PhaseTimes times) {
    Handshake handshake = times.measure(Phase.TLS, () -> handshake(socket, endpoint, deadline));
    return switch (handshake) {
      case Handshake.Failed failed -> {
        Sockets.close(socket);
        yield new Opening.Failed(
            shown
                .flatMap(_ -> refusal(failed, address, endpoint, deadline))
                .orElseGet(() -> new Failure.NoHandshake(address, failed)));
      }
      case Handshake.Established established -> {
        Judgement judgement =
            network.judge(established.chain(), endpoint.host(), deadline, followUps);
        yield judgement.acceptable()
            ? bind(socket, address, established, judgement)
            : refuse(socket, address, judgement);
      }
    };
  }

  private Handshake handshake(Socket socket, Endpoint endpoint, Deadline deadline) {
    return shown
        .map(certificate ->
            network
                .handshaker()
                .performShowing(
                    certificate,
                    presented -> acceptable(presented, endpoint.host()),
                    network.tlsMinimum(),
                    socket,
                    endpoint,
                    deadline))
        .orElseGet(() -> network.handshaker().perform(socket, endpoint, deadline));
  }

  private boolean acceptable(List<X509Certificate> presented, String host) {
    return network.judge().judge(presented, host, network.clock().instant()).acceptable();
  }

  /** Why we ended the handshake, if it was us. */
  private Optional<Failure> refusal(
      Handshake.Failed failed, InetSocketAddress address, Endpoint endpoint, Deadline deadline) {
    return Optional.of(failed.chain())
        .filter(chain -> !chain.isEmpty())
        .map(chain -> network.judge(chain, endpoint.host(), deadline))
        .filter(judgement -> !judgement.acceptable())
        .map(judgement -> new Failure.CertificateRefused(address, judgement));
  }

  private static Opening refuse(Socket socket, InetSocketAddress address, Judgement judgement) {
    Sockets.close(socket);
    return new Opening.Failed(new Failure.CertificateRefused(address, judgement));
  }

  private static Opening bind(
      Socket socket, InetSocketAddress address, Handshake.Established tls, Judgement judgement) {
    try {
      return new Opening.Opened(
          Connection.secure(
              tls.socket(),
              socket,
              address,
              new TlsSession(tls.protocol(), tls.cipher(), tls.chain().getFirst(), judgement)));
    } catch (IOException e) {
      return closedAtOnce(socket);
    }
  }

  private static Opening plain(Socket socket, InetSocketAddress address) {
    try {
      return new Opening.Opened(Connection.plain(socket, address));
    } catch (IOException e) {
      return closedAtOnce(socket);
    }
  }

  private static Opening closedAtOnce(Socket socket) {
    Sockets.close(socket);
    return new Opening.Failed(new Failure.Broken("the connection ended before anything was sent"));
  }

  private Exchange ended(Request request, Result result, Peer peer, PhaseTimes times) {
    return new Exchange(
        request, result, Optional.of(peer), times.phases(), network.clock().instant());
  }

  private Exchange ended(Request request, Failure failure, PhaseTimes times) {
    return new Exchange(
        request,
        new Result.Failed(failure),
        Optional.empty(),
        times.phases(),
        network.clock().instant());
  }

  @Override
  public void close() {
    open.values().forEach(Connection::close);
    open.clear();
  }
}
