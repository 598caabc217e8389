package io.lyncwatch.lab.socket;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Takes connections at one address and port, each on a virtual thread of its own. Those for whom
 * there is no room are closed at once.
 */
public final class SocketListener implements Closeable {
  private final Conversation conversation;
  private final ServerSocket listener;
  private final Semaphore room;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What happens on a connection. */
  @FunctionalInterface
  public interface Conversation {
    /** Talks to a client, who is disconnected afterwards; whatever fails is the client's affair. */
    void with(Socket client) throws IOException;
  }

  /**
   * Opens it.
   *
   * @param name of its thread
   * @param address port 0 takes a free one
   * @param most connections at once
   * @throws IOException if the port is taken
   */
  public SocketListener(String name, InetSocketAddress address, int most, Conversation conversation)
      throws IOException {
    this.conversation = conversation;
    this.room = new Semaphore(most);
    this.listener = new ServerSocket(address.getPort(), most, address.getAddress());
    Thread.ofVirtual().name(name + "-" + listener.getLocalSocketAddress()).start(this::accept);
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
          Thread.ofVirtual().start(() -> talk(client));
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

  private void talk(Socket client) {
    try (client) {
      conversation.with(client);
    } catch (IOException ended) {
      // A client that hangs up or does not speak the protocol is its own affair.
    } finally {
      open.remove(client);
      room.release();
    }
  }

  /** Frees the port and disconnects all clients. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
