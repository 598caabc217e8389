package io.lyncwatch.lab.proxy;

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
 * One address and port of the reverse proxy. Every client connection gets one backend connection of
 * its own for as long as it lasts, so that NTLM, which authenticates connections, survives.
 */
public final class ProxyListener implements Closeable {
  private static final int MOST_CONNECTIONS = 1024;
  private static final Duration FIRST_WORDS = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final PublishingRule rule;
  private final Door door;
  private final ServerSocket listener;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ProxyListener(InetSocketAddress address, PublishingRule rule, Door door)
      throws IOException {
    this.rule = rule;
    this.door = door;
    this.listener = new ServerSocket(address.getPort(), MOST_CONNECTIONS, address.getAddress());
  }

  /**
   * Opens a listener for plain http.
   *
   * @param address port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public static ProxyListener http(InetSocketAddress address, PublishingRule rule)
      throws IOException {
    return new ProxyListener(address, rule, new HttpDoor()).start();
  }

  /**
   * Opens a listener for https.
   *
   * @param address port 0 takes a free one
   * @param toClients the certificates that it presents
   * @param toBackends the roots that it trusts in backends
   * @throws IOException if the port is taken
   */
  public static ProxyListener https(
      InetSocketAddress address, PublishingRule rule, TlsSide toClients, TlsSide toBackends)
      throws IOException {
    return new ProxyListener(address, rule, new HttpsDoor(toClients, toBackends)).start();
  }

  /** The port that it took. */
  public int port() {
    return listener.getLocalPort();
  }

  private ProxyListener start() {
    Thread.ofVirtual().name("proxy-" + listener.getLocalSocketAddress()).start(this::accept);
    return this;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (room.tryAcquire()) {
          open.add(client);
          Thread.ofVirtual().start(() -> serve(client));
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

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      connection.setSoTimeout((int) FIRST_WORDS.toMillis());
      Door.Guest guest = door.greet(connection);
      try (Socket client = guest.socket()) {
        if (rule.hosts().contains(guest.host())) {
          forward(guest);
        } else {
          StaticPage.NOT_FOUND.send(client);
        }
      }
    } catch (IOException ended) {
      // A client that hangs up or does not speak the protocol is its own affair.
    } finally {
      open.remove(connection);
      room.release();
    }
  }

  private void forward(Door.Guest guest) throws IOException {
    Socket backend;
    try {
      backend = door.reach(rule);
    } catch (IOException unreachable) {
      StaticPage.BAD_GATEWAY.send(guest.socket());
      return;
    }
    open.add(backend);
    try (backend) {
      guest.socket().setSoTimeout((int) IDLE.toMillis());
      backend.setSoTimeout((int) IDLE.toMillis());
      new Pipe(guest.socket(), backend, rule).run(guest.first());
    } finally {
      open.remove(backend);
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
