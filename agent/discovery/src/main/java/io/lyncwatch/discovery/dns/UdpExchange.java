package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/**
 * One question over UDP, sent again while nothing comes. An answer to any of the sendings counts.
 */
final class UdpExchange {
  /** Without EDNS an answer has at most 512 bytes; servers that send more are heard too. */
  private static final int LARGEST = 4096;

  private final Question question;
  private final byte[] buffer = new byte[LARGEST];

  /** What is known while no answer has come: silence, or datagrams that answer nothing. */
  private Received.Nothing soFar = new Received.Nothing(Status.TIMEOUT, "");

  private int sent;

  UdpExchange(Question question) {
    this.question = question;
  }

  /** Asks and waits until an answer came, the patience is used up or the deadline passed. */
  Received ask(InetSocketAddress server, Patience patience, Deadline deadline) {
    try (DatagramSocket socket = new DatagramSocket()) {
      // connected, so that only this server is heard and its ICMP errors come through
      socket.connect(server);
      byte[] wire = question.toWire();
      for (Duration wait : patience.waits()) {
        if (deadline.passed()) {
          break;
        }
        socket.send(new DatagramPacket(wire, wire.length));
        sent++;
        if (await(socket, deadline.within(wait)) instanceof Received.Reply reply) {
          return reply;
        }
      }
      return soFar;
    } catch (PortUnreachableException e) {
      return new Received.Nothing(Status.UNREACHABLE, "port " + server.getPort() + " is closed");
    } catch (IOException e) {
      return new Received.Nothing(Status.UNREACHABLE, Failures.inWords(e));
    }
  }

  /** How often the question was sent beyond the first time. */
  int retransmits() {
    return Math.max(0, sent - 1);
  }

  /**
   * What answers something else is passed over, because anyone can send it; were it taken for an
   * answer, a forger who guesses first would always win (RFC 5452 section 4).
   */
  private Received await(DatagramSocket socket, Deadline until) throws IOException {
    while (!until.passed()) {
      DatagramPacket packet = new DatagramPacket(buffer, LARGEST);
      socket.setSoTimeout(until.leftMillis());
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException silence) {
        return soFar;
      }
      switch (question.read(Arrays.copyOf(buffer, packet.getLength()))) {
        case Received.Reply reply -> {
          return reply;
        }
        case Received.Nothing stray -> soFar = stray;
      }
    }
    return soFar;
  }
}
