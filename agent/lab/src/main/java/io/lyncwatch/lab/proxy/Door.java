package io.lyncwatch.lab.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** How a listener speaks: what it learns from a client, and how it reaches the backend. */
sealed interface Door permits HttpDoor, HttpsDoor {
  /** How long a backend may take to accept a connection, and to shake hands. */
  int CONNECT_MILLIS = 5_000;

  /**
   * A client, with the host that it asked for.
   *
   * @param host lower case, empty if it named none
   * @param first the head of the first request, if it was read to learn the host
   */
  record Guest(Socket socket, String host, Optional<RequestHead> first) {}

  /** Reads as much as the choice of the backend needs. */
  Guest greet(Socket client) throws IOException;

  /** Opens a connection to the backend of a rule, which the caller closes. */
  Socket reach(PublishingRule rule) throws IOException;

  /** A connected socket without TLS. */
  static Socket connect(InetSocketAddress backend) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(backend, CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
