package io.lyncwatch.discovery.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;

/** A DNS server on loopback that does what a test tells it, over UDP and TCP on one port. */
final class ScriptedDnsServer implements AutoCloseable {

  /** What to send back. */
  interface Script {
    /** Says nothing, ever. */
    Script SILENT = (query, nth) -> List.of();

    /**
     * What to answer to one message.
     *
     * @param nth 1 for the first message
     * @return the datagrams to send; over TCP, the bytes to write before closing, lengths included
     */
    List<byte[]> answer(Message query, int nth);
  }

  private final DatagramSocket datagrams;
  private final ServerSocket connections;
  private final AtomicInteger heard = new AtomicInteger();

  ScriptedDnsServer(Script udp, Script tcp) throws IOException {
    this(InetAddress.getLoopbackAddress(), udp, tcp);
  }

  ScriptedDnsServer(InetAddress host, Script udp, Script tcp) throws IOException {
    connections = new ServerSocket(0, 10, host);
    datagrams = new DatagramSocket(connections.getLocalPort(), host);
    Thread.ofVirtual().start(() -> serveDatagrams(udp));
    Thread.ofVirtual().start(() -> serveConnections(tcp));
  }

  static ScriptedDnsServer overUdp(Script udp) throws IOException {
    return new ScriptedDnsServer(udp, Script.SILENT);
  }

  /** The message as TCP carries it. */
  static byte[] withLength(byte[] wire) {
    return ByteBuffer.allocate(2 + wire.length).putShort((short) wire.length).put(wire).array();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(datagrams.getLocalAddress(), datagrams.getLocalPort());
  }

  /** How many datagrams came. */
  int heard() {
    return heard.get();
  }

  private void serveDatagrams(Script script) {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        datagrams.receive(packet);
        Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        for (byte[] answer : script.answer(query, heard.incrementAndGet())) {
          datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serveConnections(Script script) {
    int nth = 0;
    try {
      while (true) {
        try (Socket connection = connections.accept()) {
          DataInputStream in = new DataInputStream(connection.getInputStream());
          Message query = new Message(in.readNBytes(in.readUnsignedShort()));
          for (byte[] answer : script.answer(query, ++nth)) {
            connection.getOutputStream().write(answer);
          }
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Override
  public void close() throws IOException {
    datagrams.close();
    connections.close();
  }
}
