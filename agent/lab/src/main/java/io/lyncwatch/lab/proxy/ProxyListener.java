package io.lyncwatch.lab.proxy;

import io.lyncwatch.lab.certificates.TlsSide;
import io.lyncwatch.lab.socket.SocketListener;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
  private final SocketListener listener;
  private final Set<Socket> backends = ConcurrentHashMap.newKeySet();

  private ProxyListener(InetSocketAddress address, PublishingRule rule, Door door)
      throws IOException {
    this.rule = rule;
    this.door = door;
    this.listener = new SocketListener("proxy", address, MOST_CONNECTIONS, this::serve);
  }

  /**
   * Opens a listener for plain http.
   *
   * @param address port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public static ProxyListener http(InetSocketAddress address, PublishingRule rule)
      throws IOException {
    return new ProxyListener(address, rule, new HttpDoor());
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
    return new ProxyListener(address, rule, new HttpsDoor(toClients, toBackends));
  }

  /** The port that it took. */
  public int port() {
    return listener.port();
  }

  private void serve(Socket connection) throws IOException {
    connection.setTcpNoDelay(true);
    connection.setSoTimeout((int) FIRST_WORDS.toMillis());
    Door.Guest guest = door.greet(connection);
    try (Socket client = guest.socket()) {
      if (!rule.hosts().contains(guest.host())) {
        StaticPage.NOT_FOUND.send(client);
      } else if (rule.preauthentication().isPresent()) {
        StaticPage.of(rule.preauthentication().get()).send(client);
      } else {
        forward(guest);
      }
    }
  }

  private void forward(Door.Guest guest) throws IOException {
    Socket backend;
    try {
      backend = door.reach(rule);
    } catch (IOException unreachable) {
      StaticPage.unreachable(rule.product()).send(guest.socket());
      return;
    }
    backends.add(backend);
    try (backend) {
      guest.socket().setSoTimeout((int) IDLE.toMillis());
      backend.setSoTimeout((int) IDLE.toMillis());
      new Pipe(guest.socket(), backend, rule).run(guest.first());
    } finally {
      backends.remove(backend);
    }
  }

  /** Frees the port and ends all conversations. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : backends) {
      socket.close();
    }
  }
}
