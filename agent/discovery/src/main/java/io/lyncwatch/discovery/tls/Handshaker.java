package io.lyncwatch.discovery.tls;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.Cutoff;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Performs one full TLS handshake over a connection, with everything enabled that {@link LegacyTls}
 * lets through, and accepts any certificate.
 *
 * <p>Each handshake has an {@link SSLContext} of its own, because a context resumes its sessions
 * and a resumed session shows no certificate: one that was swapped since would go unseen. Making a
 * context costs a few microseconds, a handshake a thousand times that. May be used by any number of
 * threads at once.
 */
public final class Handshaker {
  private static final String NEWEST = "TLSv1.3";
  private static final String[] VERSIONS = {"TLSv1", "TLSv1.1", "TLSv1.2", NEWEST};

  private final Ticker ticker;
  private final SecureRandom random;
  private final String[] suites;

  /**
   * @param random shared by all handshakes, so that none has to seed its own
   */
  public Handshaker(Ticker ticker, SecureRandom random) {
    this.ticker = ticker;
    this.random = random;
    // in JSSE's order, strongest first; without those that prove nothing about the server
    this.suites =
        Arrays.stream(
                context(new ChainWitness(), new KeyManager[0])
                    .getSupportedSSLParameters()
                    .getCipherSuites())
            .filter(suite -> !suite.contains("_anon_") && !suite.contains("_NULL_"))
            .toArray(String[]::new);
  }

  /**
   * Performs the handshake, in bounded time. What the server does wrong is in the result.
   *
   * @param connected belongs to the result from now on: it is closed with the established session,
   *     or at once if none comes about
   * @param endpoint whose name is sent as SNI, unless it is an address
   */
  public Handshake perform(Socket connected, Endpoint endpoint, Deadline deadline) {
    return perform(connected, endpoint, deadline, new ChainWitness(), new KeyManager[0], VERSIONS);
  }

  /**
   * The same, showing a certificate of our own if the server asks for it: once its own was found
   * acceptable, else the handshake ends there.
   *
   * <p>Not by TLS 1.3: IIS asks for a certificate when it has seen for which path a request is, by
   * a second handshake, which TLS 1.3 has no more, and what it has instead JSSE does not do.
   *
   * @param oldest the oldest version to do it by, as JSSE names it
   */
  public Handshake performShowing(
      ShownCertificate own,
      Predicate<List<X509Certificate>> acceptable,
      String oldest,
      Socket connected,
      Endpoint endpoint,
      Deadline deadline) {
    String[] renegotiable =
        Arrays.stream(VERSIONS)
            .filter(version -> version.compareTo(oldest) >= 0)
            .filter(version -> version.equals(oldest) || !version.equals(NEWEST))
            .toArray(String[]::new);
    return perform(
        connected,
        endpoint,
        deadline,
        new ChainWitness(acceptable),
        new KeyManager[] {own},
        renegotiable);
  }

  private Handshake perform(
      Socket connected,
      Endpoint endpoint,
      Deadline deadline,
      ChainWitness witness,
      KeyManager[] own,
      String[] versions) {
    long start = ticker.nanos();
    Cutoff cutoff = Cutoff.at(deadline, connected);
    try {
      SSLSocket socket = layered(connected, endpoint, context(witness, own), versions);
      socket.startHandshake();
      return cutoff.inTime()
          ? established(socket, witness, start)
          : failed(HandshakeFailure.TOO_LATE, witness, start);
    } catch (IOException e) {
      boolean timedOut = !cutoff.inTime() || deadline.passed();
      close(connected);
      return failed(timedOut ? HandshakeFailure.TOO_LATE : HandshakeFailure.of(e), witness, start);
    }
  }

  private Handshake established(SSLSocket socket, ChainWitness witness, long start) {
    return new Handshake.Established(
        socket,
        witness.chain(),
        stapled(socket.getSession()),
        socket.getSession().getProtocol(),
        socket.getSession().getCipherSuite(),
        since(start));
  }

  /** JSSE asks for it unless told otherwise, and leaves it to others what to think of it. */
  private static List<byte[]> stapled(SSLSession session) {
    return session instanceof ExtendedSSLSession extended
        ? extended.getStatusResponses().stream().filter(answer -> answer.length > 0).toList()
        : List.of();
  }

  private Handshake failed(HandshakeFailure failure, ChainWitness witness, long start) {
    return new Handshake.Failed(failure.fault(), failure.detail(), witness.chain(), since(start));
  }

  private Duration since(long start) {
    return Duration.ofNanos(ticker.nanos() - start);
  }

  private SSLSocket layered(
      Socket connected, Endpoint endpoint, SSLContext context, String[] versions)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connected, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = new SSLParameters(suites, versions);
    parameters.setServerNames(serverNames(endpoint.host()));
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** None for what RFC 6066 section 3 does not allow as a name, as for one with an underscore. */
  static List<SNIServerName> serverNames(String host) {
    if (AddressLiteral.parse(host).isPresent()) {
      return List.of();
    }
    try {
      return List.of(new SNIHostName(host));
    } catch (IllegalArgumentException noHostName) {
      return List.of();
    }
  }

  private SSLContext context(ChainWitness witness, KeyManager[] own) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, new TrustManager[] {witness}, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  private static void close(Socket connected) {
    try {
      connected.close();
    } catch (IOException alreadyBroken) {
      // the handshake has failed, and its own failure is what gets reported
    }
  }
}
