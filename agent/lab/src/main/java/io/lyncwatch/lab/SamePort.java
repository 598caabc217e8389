package io.lyncwatch.lab;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Opens listeners at several addresses with one port number. */
final class SamePort {
  private static final int MOST_TRIES = 20;

  /** A listener not yet open. */
  interface Opening {
    Listening at(int port) throws IOException;
  }

  /** An open listener. */
  record Listening(int port, Closeable listener) {}

  private final Rooms rooms;

  /** Whatever opens is added there. */
  SamePort(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Opens all or none. If there are none, the number is taken where nobody connects to, so that it
   * leads nowhere.
   *
   * @param wanted 0 takes a number that is free at all addresses, by trying
   * @return the number
   * @throws IOException if the wanted number is taken, or no free one was found
   */
  int open(String service, int wanted, List<Opening> openings) throws IOException {
    if (openings.isEmpty()) {
      return open(service, wanted, List.of(SamePort::leadsNowhere));
    }
    IOException clash = new IOException("cannot open the lab's " + service + " port");
    for (int i = 0; i < (wanted == 0 ? MOST_TRIES : 1); i++) {
      Rooms opened = new Rooms();
      try {
        int port = wanted;
        for (Opening opening : openings) {
          Listening listening = opening.at(port);
          opened.add(listening.listener());
          port = listening.port();
        }
        rooms.add(opened);
        return port;
      } catch (IOException e) {
        opened.close();
        clash.addSuppressed(e);
      }
    }
    throw clash;
  }

  private static Listening leadsNowhere(int port) throws IOException {
    ServerSocket unused = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    return new Listening(unused.getLocalPort(), unused);
  }
}
