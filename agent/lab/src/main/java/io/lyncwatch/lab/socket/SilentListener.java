package io.lyncwatch.lab.socket;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An address and port where connections are neither taken nor refused, as behind a firewall that
 * drops them. Its queue is full, and nobody empties it: Linux says nothing to those that come
 * afterwards; Windows refuses them.
 */
public final class SilentListener implements Closeable {
  /** The least queue that Java knows; Linux lets one more wait. */
  private static final int QUEUE = 1;

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final ServerSocket listener;
  private final List<Socket> waiting = new ArrayList<>();

  /**
   * Opens it and fills its queue.
   *
   * @param address port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public SilentListener(InetSocketAddress address) throws IOException {
    listener = new ServerSocket(address.getPort(), QUEUE, address.getAddress());
    try {
      for (int i = 0; i <= QUEUE; i++) {
        fill();
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** A client that was quicker has filled the place, which is as good. */
  private void fill() throws IOException {
    Socket socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(listener.getLocalSocketAddress(), (int) PATIENCE.toMillis());
    } catch (SocketTimeoutException full) {
      socket.close();
    }
  }

  /** The port that it took. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Frees the port. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
