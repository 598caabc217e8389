package io.lyncwatch.lab.dns;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * One name server on its own UDP and TCP sockets (RFC 1035 4.2), which shows one view. What does
 * not parse, or is an answer itself, is dropped without a word.
 */
public final class NameServer implements Closeable {
  private static final int PLAIN_UDP_PAYLOAD = 512;
  private static final int LARGEST_QUERY = 4096;
  private static final int LARGEST_ANSWER = 65535;
  private static final int MOST_CONNECTIONS = 128;
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final View view;
  private final Answers answers;
  private final Consumer<Question> witness;
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private NameServer(
      NameServerPlan plan, Consumer<Question> witness, DatagramSocket udp, ServerSocket tcp) {
    this.view = plan.view();
    this.answers = new Answers(plan.zone(), plan.authority());
    this.witness = witness;
    this.udp = udp;
    this.tcp = tcp;
  }

  /**
   * Binds both sockets to one port; nothing is answered before {@link #start}.
   *
   * @param port 0 takes a free one
   * @param witness sees every question, on the server's threads
   * @throws IOException if the port is taken for UDP or TCP
   */
  public static NameServer bind(NameServerPlan plan, int port, Consumer<Question> witness)
      throws IOException {
    ServerSocket tcp = new ServerSocket();
    try {
      tcp.bind(new InetSocketAddress(plan.address(), port), MOST_CONNECTIONS);
      DatagramSocket udp = new DatagramSocket(tcp.getLocalSocketAddress());
      return new NameServer(plan, witness, udp, tcp);
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
  }

  /** Begins to answer. A server that is never started is a dead one: bound, but silent. */
  public void start() {
    Thread.ofVirtual().name("dns-udp-" + view).start(this::serveUdp);
    Thread.ofVirtual().name("dns-tcp-" + view).start(this::serveTcp);
  }

  /** Where it listens, for UDP and TCP alike. */
  public InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  private void serveUdp() {
    byte[] buffer = new byte[LARGEST_QUERY];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        Optional<byte[]> answer =
            answer(Arrays.copyOf(buffer, packet.getLength()), Question.Transport.UDP);
        if (answer.isPresent()) {
          udp.send(
              new DatagramPacket(answer.get(), answer.get().length, packet.getSocketAddress()));
        }
      } catch (IOException lost) {
        // The socket was closed, or this one client is gone: the loop's condition tells which.
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket socket = tcp.accept();
        if (room.tryAcquire()) {
          open.add(socket);
          Thread.ofVirtual().start(() -> converse(socket));
        } else {
          socket.close();
        }
      } catch (IOException lost) {
        // As for UDP.
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setSoTimeout((int) IDLE.toMillis());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] query = in.readNBytes(in.readUnsignedShort());
        Optional<byte[]> answer = answer(query, Question.Transport.TCP);
        if (answer.isEmpty()) {
          return;
        }
        out.writeShort(answer.get().length);
        out.write(answer.get());
        out.flush();
      }
    } catch (IOException ended) {
      // The client hung up or was silent for too long: nobody is left to be told.
    } finally {
      open.remove(socket);
      room.release();
    }
  }

  /** What goes back for a message; nothing for what is no question. */
  Optional<byte[]> answer(byte[] wire, Question.Transport transport) {
    Message query;
    try {
      query = new Message(wire);
    } catch (IOException | RuntimeException unreadable) {
      // bytes of strangers make the decoder throw either kind; the server has to live on
      return Optional.empty();
    }
    if (query.getHeader().getFlag(Flags.QR)) {
      return Optional.empty();
    }
    Record question = query.getQuestion();
    if (question != null) {
      witness.accept(seen(question, transport));
    }
    int limit = transport == Question.Transport.TCP ? LARGEST_ANSWER : payload(query);
    return Optional.of(answers.answer(query).toWire(limit));
  }

  private Question seen(Record question, Question.Transport transport) {
    String name = question.getName().toString(true).toLowerCase(Locale.ROOT);
    return new Question(view, name, Type.string(question.getType()), transport);
  }

  private static int payload(Message query) {
    OPTRecord opt = query.getOPT();
    return opt == null
        ? PLAIN_UDP_PAYLOAD
        : Math.clamp(opt.getPayloadSize(), PLAIN_UDP_PAYLOAD, LARGEST_QUERY);
  }

  /** Frees both sockets and ends all conversations. */
  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
