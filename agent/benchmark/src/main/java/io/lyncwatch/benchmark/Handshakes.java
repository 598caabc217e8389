package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.tls.Handshake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import jdk.jfr.consumer.RecordingStream;

/** The full TLS handshakes that some work makes, to be made again without the work. */
final class Handshakes {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Network network;
  private final List<Target> targets;

  /** A server, and where it is reached. */
  record Target(Endpoint endpoint, InetSocketAddress address) {}

  private Handshakes(Network network, List<Target> targets) {
    this.network = network;
    this.targets = targets;
  }

  /** Those of one run of the work: the JVM itself tells of each. */
  static Handshakes of(Network network, Runnable work) throws InterruptedException {
    List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    try (RecordingStream events = new RecordingStream()) {
      events.enable("jdk.TLSHandshake").withoutStackTrace();
      events.onEvent(
          "jdk.TLSHandshake",
          event ->
              endpoints.add(new Endpoint(event.getString("peerHost"), event.getInt("peerPort"))));
      events.startAsync();
      work.run();
      events.stop();
    }
    return new Handshakes(
        network, endpoints.stream().map(e -> new Target(e, address(network, e))).toList());
  }

  /** Where the connections to an endpoint go. */
  InetSocketAddress address(Endpoint endpoint) {
    return address(network, endpoint);
  }

  private static InetSocketAddress address(Network network, Endpoint endpoint) {
    Deadline deadline = Deadline.in(LONGEST, Ticker.SYSTEM);
    return new InetSocketAddress(
        ViewResolvers.usable(network.resolvers().ask(endpoint.host(), deadline))
            .orElseThrow()
            .addresses()
            .getFirst(),
        network.destination(endpoint).port());
  }

  List<Target> targets() {
    return targets;
  }

  /** Makes them with the product's handshaker; nobody judges what is presented. */
  void byProduct() {
    for (Target target : targets) {
      Deadline deadline = Deadline.in(LONGEST, Ticker.SYSTEM);
      try (Socket socket = connected(target.address())) {
        Handshake handshake = network.handshaker().perform(socket, target.endpoint(), deadline);
        if (handshake instanceof Handshake.Failed failed) {
          throw new IllegalStateException(failed.detail());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes them with JSSE as it comes, and accepts every certificate. */
  void byJsse() {
    for (Target target : targets) {
      try {
        secured(target).close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A connection after its handshake. */
  static SSLSocket secured(Target target) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS"); // a new one resumes no session
      context.init(null, new TrustManager[] {new Credulous()}, RANDOM);
      Endpoint endpoint = target.endpoint();
      SSLSocket secured =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(
                      connected(target.address()), endpoint.host(), endpoint.port(), true);
      secured.startHandshake();
      return secured;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(address, (int) LONGEST.toMillis());
    return socket;
  }

  private static final class Credulous implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
