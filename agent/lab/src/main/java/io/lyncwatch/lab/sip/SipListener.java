package io.lyncwatch.lab.sip;

import io.lyncwatch.lab.certificates.TlsSide;
import io.lyncwatch.lab.socket.SocketListener;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * One address and port that takes connections for SIP over TLS. Nobody signs in to the lab that
 * way, so that after the handshake it waits for the first words and hangs up.
 */
public final class SipListener implements Closeable {
  private static final int MOST_CONNECTIONS = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TlsSide tls;
  private final SocketListener listener;

  /**
   * Opens it.
   *
   * @param address port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public SipListener(InetSocketAddress address, TlsSide tls) throws IOException {
    this.tls = tls;
    this.listener = new SocketListener("sip", address, MOST_CONNECTIONS, this::greet);
  }

  /** The port that it took. */
  public int port() {
    return listener.port();
  }

  private void greet(Socket client) throws IOException {
    client.setSoTimeout((int) PATIENCE.toMillis());
    int _ = tls.accept(client).getInputStream().read();
  }

  /** Frees the port and ends all conversations. */
  @Override
  public void close() throws IOException {
    listener.close();
  }
}
