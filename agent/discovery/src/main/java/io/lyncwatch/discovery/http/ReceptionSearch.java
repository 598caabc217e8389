package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.http.Receptions.Place;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.ServedCertificate;
import io.lyncwatch.discovery.tls.hello.Interview;
import io.lyncwatch.discovery.tls.hello.Reception;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds out how one address of an endpoint receives clients: by greetings what it agrees to, and by
 * one handshake what it presents to who sends no name.
 */
final class ReceptionSearch {
  private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(5);

  private final Network network;
  private final Endpoint endpoint;
  private final InetSocketAddress address;
  private final List<ServedCertificate> presented;
  private final Deadline deadline;
  private final Dialer dialer;

  ReceptionSearch(
      Network network,
      Endpoint endpoint,
      InetSocketAddress address,
      List<ServedCertificate> presented,
      Deadline deadline) {
    this.network = network;
    this.endpoint = endpoint;
    this.address = address;
    this.presented = presented;
    this.deadline = deadline;
    this.dialer = new Dialer(network.timeouts().connect(), network.ticker());
  }

  Optional<Reception> reception() {
    Receptions known = network.receptions();
    Place place = new Place(endpoint, address);
    List<String> fingerprints = presented.stream().map(ServedCertificate::sha256).toList();
    Instant now = network.clock().instant();
    return known
        .at(place, fingerprints, now)
        .orElseGet(() -> known.keep(place, fingerprints, ask(), now))
        .reception();
  }

  private Optional<Reception> ask() {
    Optional<String> name =
        Optional.of(endpoint.host()).filter(host -> AddressLiteral.parse(host).isEmpty());
    return Interview.with(network.receptions().greeter(), this::connect, name, deadline)
        .map(accepted -> new Reception(accepted, name.flatMap(needed -> withoutName())));
  }

  /** What those get who send no name, if that is known and of no use to them. */
  private Optional<String> withoutName() {
    if (presented.isEmpty()) {
      return Optional.empty();
    }
    InetAddress ip = address.getAddress();
    Endpoint nameless = new Endpoint(ip.getHostAddress(), address.getPort());
    Deadline handshake = deadline.within(LONGEST_HANDSHAKE);
    return connect(handshake)
        .map(socket -> {
          try {
            return network.handshaker().perform(socket, nameless, handshake);
          } finally {
            Dialer.hangUp(socket);
          }
        })
        .flatMap(this::instead);
  }

  /** Silence or a broken connection may have any reason: only an alert says no. */
  private Optional<String> instead(Handshake handshake) {
    if (handshake.chain().isEmpty()) {
      return refused(handshake) ? Optional.of("no certificate at all") : Optional.empty();
    }
    Judgement judgement =
        network.judge().judge(handshake.chain(), endpoint.host(), network.clock().instant());
    ServedCertificate leaf = judgement.leaf();
    return leaf.sha256().equals(presented.getFirst().sha256()) || judgement.hostMatches()
        ? Optional.empty()
        : Optional.of("the certificate " + leaf.subject());
  }

  private static boolean refused(Handshake handshake) {
    return handshake instanceof Handshake.Failed failed
        && (failed.fault() == Handshake.Fault.REFUSED
            || failed.fault() == Handshake.Fault.NAME_UNKNOWN);
  }

  private Optional<Socket> connect(Deadline limit) {
    return switch (dialer.dial(List.of(address.getAddress()), address.getPort(), limit)) {
      case Dialer.Dialed.Connected(Socket socket, InetSocketAddress _) -> Optional.of(socket);
      case Dialer.Dialed.Failed _ -> Optional.empty();
    };
  }
}
