package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/** One question over a TCP connection of its own (RFC 7766), for answers too long for UDP. */
final class TcpExchange {
  private TcpExchange() {}

  static Received ask(InetSocketAddress server, Question question, Deadline deadline) {
    try (Socket socket = new Socket()) {
      socket.connect(server, deadline.leftMillis());
      socket.getOutputStream().write(withLength(question.toWire()));
      int length = ByteBuffer.wrap(read(socket, 2, deadline)).getShort() & 0xffff;
      return question.read(read(socket, length, deadline));
    } catch (SocketTimeoutException e) {
      return failed(Status.TIMEOUT, "no whole answer in time");
    } catch (EOFException e) {
      return failed(Status.MALFORMED, "the connection ended before the answer was whole");
    } catch (IOException e) {
      return failed(Status.UNREACHABLE, Failures.inWords(e));
    }
  }

  private static Received failed(Status status, String detail) {
    return new Received.Nothing(status, "truncated over UDP, then over TCP: " + detail);
  }

  private static byte[] withLength(byte[] wire) {
    return ByteBuffer.allocate(2 + wire.length).putShort((short) wire.length).put(wire).array();
  }

  /** Sets the time-out anew for each read, so that a server that drips bytes gains nothing. */
  private static byte[] read(Socket socket, int count, Deadline deadline) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[count];
    int filled = 0;
    while (filled < count) {
      if (deadline.passed()) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout(deadline.leftMillis());
      int got = in.read(bytes, filled, count - filled);
      if (got < 0) {
        throw new EOFException();
      }
      filled += got;
    }
    return bytes;
  }
}
