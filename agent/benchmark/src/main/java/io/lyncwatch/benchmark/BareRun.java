package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The floor of a probe's cost: what one run exchanged with the servers, exchanged again as fixed
 * bytes by the JDK's sockets and JSSE alone. Nothing is read but the end of each answer, nothing
 * judged, nobody watches the time. A proof of a password fits one challenge only, so the server
 * refuses it here; all else is answered as to the probe.
 */
final class BareRun {
  private static final int LONGEST_DATAGRAM = 4096;

  private final List<DatagramPacket> questions;
  private final List<Overheard.Sent> messages;
  private final Map<String, Handshakes.Target> secure;
  private final Map<String, InetSocketAddress> plain;

  private BareRun(
      List<DatagramPacket> questions,
      List<Overheard.Sent> messages,
      Map<String, Handshakes.Target> secure,
      Map<String, InetSocketAddress> plain) {
    this.questions = questions;
    this.messages = messages;
    this.secure = secure;
    this.plain = plain;
  }

  /**
   * Of one run.
   *
   * @param questions each with the resolver that it goes to
   * @param handshakes those that it makes
   */
  static BareRun of(
      List<DatagramPacket> questions, List<Overheard.Sent> requests, Handshakes handshakes) {
    Map<String, Long> lengths = new HashMap<>();
    requests.forEach(request -> lengths.merge(request.connection(), 1L, Long::sum));
    List<Handshakes.Target> left = new ArrayList<>(handshakes.targets());
    Map<String, Handshakes.Target> secure = new HashMap<>();
    Map<String, InetSocketAddress> plain = new HashMap<>();
    // an entry point is asked over http and https with equal bytes, and a walk goes on with https:
    // so of several connections to one host those that carry most are the secure ones
    requests.stream()
        .sorted((one, other) -> Long.compare(length(lengths, other), length(lengths, one)))
        .forEach(request -> {
          String connection = request.connection();
          if (!secure.containsKey(connection) && !plain.containsKey(connection)) {
            left.stream()
                .filter(target -> isAt(target, endpoint(request, 443), handshakes))
                .findFirst()
                .ifPresentOrElse(
                    target -> {
                      secure.put(connection, target);
                      left.remove(target);
                    },
                    () -> plain.put(connection, handshakes.address(endpoint(request, 80))));
          }
        });
    return new BareRun(questions, List.copyOf(requests), secure, plain);
  }

  /** The JVM tells of a handshake with the name that was asked for and the port that it went to. */
  private static boolean isAt(Handshakes.Target target, Endpoint endpoint, Handshakes handshakes) {
    return target.endpoint().host().equals(endpoint.host())
        && target.address().equals(handshakes.address(endpoint));
  }

  private static long length(Map<String, Long> lengths, Overheard.Sent request) {
    return Objects.requireNonNull(lengths.get(request.connection()));
  }

  private static Endpoint endpoint(Overheard.Sent request, int usualPort) {
    URI url = URI.create("//" + request.host());
    return new Endpoint(url.getHost(), url.getPort() < 0 ? usualPort : url.getPort());
  }

  int exchanges() {
    return messages.size();
  }

  int questions() {
    return questions.size();
  }

  /** Exchanges all of it once, one after the other. */
  void run() {
    Map<String, Socket> open = new HashMap<>();
    try {
      for (DatagramPacket question : questions) {
        ask(question);
      }
      for (Overheard.Sent message : messages) {
        Socket socket = open.get(message.connection());
        if (socket == null) {
          socket = open(message.connection());
          open.put(message.connection(), socket);
        }
        socket.getOutputStream().write(message.text().getBytes(StandardCharsets.ISO_8859_1));
        AnswerEnd.await(socket.getInputStream());
      }
      for (Socket socket : open.values()) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ask(DatagramPacket question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(question.getSocketAddress());
      socket.send(question);
      socket.receive(new DatagramPacket(new byte[LONGEST_DATAGRAM], LONGEST_DATAGRAM));
    }
  }

  private Socket open(String connection) throws IOException {
    Handshakes.Target target = secure.get(connection);
    return target != null
        ? Handshakes.secured(target)
        : Handshakes.connected(Objects.requireNonNull(plain.get(connection)));
  }
}
