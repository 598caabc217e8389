package io.lyncwatch.lab.sip;

import io.lyncwatch.lab.certificates.TlsSide;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * One address and port that takes connections for SIP over TLS. Nobody signs in to the lab that
 * way, so that after the handshake it waits for the first words and hangs up.
 */
public final class SipListener implements Closeable {
  private static final int MOST_CONNECTIONS = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TlsSide tls;
  private final ServerSocket listener;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Opens it.
   *
   * @param address port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public SipListener(InetSocketAddress address, TlsSide tls) throws IOException {
    this.tls = tls;
    this.listener = new ServerSocket(address.getPort(), MOST_CONNECTIONS, address.getAddress());
    Thread.ofVirtual().name("sip-" + listener.getLocalSocketAddress()).start(this::accept);
  }

  /** The port that it took. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (room.tryAcquire()) {
          open.add(client);
          Thread.ofVirtual().start(() -> greet(client));
          closeIfLate(client);
        } else {
          client.close();
        }
      } catch (IOException lost) {
        // The listener was closed, or this one client is gone: the loop's condition tells which.
      }
    }
  }

  /** A client that came in while {@link #close} went through the open ones. */
  private void closeIfLate(Socket client) throws IOException {
    if (listener.isClosed()) {
      client.close();
    }
  }

  private void greet(Socket client) {
    try (client) {
      client.setSoTimeout((int) PATIENCE.toMillis());
      int _ = tls.accept(client).getInputStream().read();
    } catch (IOException ended) {
      // A client that hangs up or does not speak the protocol is its own affair.
    } finally {
      open.remove(client);
      room.release();
    }
  }

  /** Frees the port and ends all conversations. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
