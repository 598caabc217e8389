package io.lyncwatch.discovery.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback that does not speak TLS. */
final class PlainServer implements AutoCloseable {

  /** What it does with a connection, before closing it. */
  interface Act {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;

  PlainServer(Act act) throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(act));
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  private void serve(Act act) {
    try (Socket connection = socket.accept()) {
      act.on(connection);
    } catch (IOException clientLeft) {
      // what the client makes of it is what the test looks at
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
