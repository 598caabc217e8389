package io.lyncwatch.discovery.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A JSSE server on loopback that resumes sessions as any server does, counts how often it had to
 * show its certificate, and sends one byte after each handshake.
 */
public final class TlsServer implements AutoCloseable {
  private final SSLServerSocket socket;
  private final AtomicInteger timesShown = new AtomicInteger();
  private final BlockingQueue<List<SNIServerName>> serverNames = new LinkedBlockingQueue<>();

  /** Presents a chain, at a socket that is set up like that. */
  public TlsServer(List<Issued> chain, Consumer<SSLServerSocket> settings) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new Identity(chain)},
          new TrustManager[] {new ChainWitness()},
          new SecureRandom());
      socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
    settings.accept(socket);
    Thread.ofVirtual().start(this::serve);
  }

  /** Presents a chain by JSSE's defaults. */
  public static TlsServer presenting(Issued... chain) {
    return new TlsServer(List.of(chain), settings -> {});
  }

  /** A connection to it. */
  public Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  /** The port on loopback. */
  public int port() {
    return socket.getLocalPort();
  }

  /** How often it had to show its certificate. */
  public int timesShown() {
    return timesShown.get();
  }

  /** What the next client asked for as SNI. */
  List<SNIServerName> nextServerNames() throws InterruptedException {
    return serverNames.take();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (SSLSocket connection = (SSLSocket) socket.accept()) {
        connection.startHandshake();
        if (connection.getSession() instanceof ExtendedSSLSession session) {
          serverNames.add(session.getRequestedServerNames());
        }
        connection.getOutputStream().write('!');
        connection.getOutputStream().flush();
        int end = connection.getInputStream().read();
        assert end < 0 : "clients of these tests send nothing";
      } catch (IOException failedAsScripted) {
        // what the client makes of it is what the test looks at
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Presents one chain, and counts. */
  private final class Identity extends X509ExtendedKeyManager {
    private final List<Issued> chain;

    Identity(List<Issued> chain) {
      this.chain = new ArrayList<>(chain);
    }

    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, Socket connection) {
      return !chain.isEmpty() && chain.getFirst().key().getAlgorithm().equals(keyType)
          ? "the only one"
          : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      timesShown.incrementAndGet();
      return chain.stream().map(Issued::certificate).toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return chain.getFirst().key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyTypes, Principal @Nullable [] issuers, Socket connection) {
      return null;
    }
  }
}
