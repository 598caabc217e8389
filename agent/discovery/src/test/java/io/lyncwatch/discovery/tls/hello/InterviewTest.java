package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.TlsServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Interviews with JSSE's servers, which are not of this project's making. */
class InterviewTest {
  private static final Optional<String> NAME = Optional.of("lyncdiscover.contoso.example");
  private static final Issued LEAF = Issued.named("CN=web").rsa(2048).dns(NAME.get()).issue();

  private final AtomicInteger greetings = new AtomicInteger();

  @Test
  void a_server_in_order_accepts_two_versions_and_nothing_weak() throws IOException {
    try (TlsServer server =
        server(List.of("TLSv1.3", "TLSv1.2"), "TLS_AES_128_GCM_SHA256", FORWARD_SECRET)) {
      assertThat(interview(server))
          .contains(new Accepted(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, Set.of()));
      assertThat(greetings).hasValue(6);
    }
  }

  @Test
  void each_weak_kind_is_found_behind_the_ones_that_the_server_likes_better() throws IOException {
    try (TlsServer server =
        server(
            List.of("TLSv1", "TLSv1.1", "TLSv1.2"),
            FORWARD_SECRET,
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "SSL_RSA_WITH_3DES_EDE_CBC_SHA")) {
      assertThat(interview(server))
          .contains(
              new Accepted(
                  TlsVersion.TLS_1_0,
                  TlsVersion.TLS_1_2,
                  Set.of(SuiteKind.STATIC_RSA, SuiteKind.TRIPLE_DES)));
      assertThat(greetings).hasValueLessThanOrEqualTo(13);
    }
  }

  @Test
  void a_server_of_one_old_version_has_it_as_both() throws IOException {
    try (TlsServer server = server(List.of("TLSv1"), "TLS_RSA_WITH_AES_128_CBC_SHA")) {
      assertThat(interview(server))
          .contains(
              new Accepted(TlsVersion.TLS_1_0, TlsVersion.TLS_1_0, Set.of(SuiteKind.STATIC_RSA)));
    }
  }

  @Test
  void a_server_of_tls_1_3_alone_is_not_asked_for_weak_ciphers() throws IOException {
    try (TlsServer server = server(List.of("TLSv1.3"), "TLS_AES_128_GCM_SHA256")) {
      assertThat(interview(server))
          .contains(new Accepted(TlsVersion.TLS_1_3, TlsVersion.TLS_1_3, Set.of()));
      assertThat(greetings).hasValue(5);
    }
  }

  @Test
  void of_a_server_that_hangs_up_on_everybody_nothing_is_known() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(socket));

      assertThat(interview(socket.getLocalPort(), Duration.ofMinutes(1))).isEmpty();
      assertThat(greetings).hasValue(5);
    }
  }

  @Test
  void of_a_server_that_cannot_be_reached_nothing_is_known() {
    assertThat(
            Interview.with(
                new Greeter(new Random(1)), deadline -> Optional.empty(), NAME, minute()))
        .isEmpty();
  }

  @Test
  void an_interview_that_is_cut_short_says_nothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      assertThat(interview(silent.getLocalPort(), Duration.ofMillis(50))).isEmpty();
      assertThat(greetings).hasValue(1);
    }
  }

  @Test
  void silence_where_the_first_answer_should_be_is_not_taken_for_a_no() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      assertThat(interview(silent.getLocalPort(), Duration.ofMinutes(1))).isEmpty();
      assertThat(greetings).hasValue(1);
    }
  }

  @Test
  void who_is_shut_out_for_a_hello_of_sslv3_has_asked_all_else_before() throws IOException {
    try (TlsServer server =
            server(List.of("TLSv1", "TLSv1.1", "TLSv1.2"), "TLS_RSA_WITH_AES_128_CBC_SHA");
        ServerSocket guard = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> guard(guard, server));

      assertThat(interview(guard.getLocalPort(), Duration.ofMinutes(1)))
          .contains(
              new Accepted(TlsVersion.TLS_1_0, TlsVersion.TLS_1_2, Set.of(SuiteKind.STATIC_RSA)));
    }
  }

  private static final String FORWARD_SECRET = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  private static TlsServer server(List<String> versions, String... suites) {
    return new TlsServer(
        List.of(LEAF),
        socket -> {
          socket.setEnabledProtocols(versions.toArray(String[]::new));
          socket.setEnabledCipherSuites(suites);
        });
  }

  private Optional<Accepted> interview(TlsServer server) {
    return interview(server.port(), Duration.ofMinutes(1));
  }

  private Optional<Accepted> interview(int port, Duration allowed) {
    return Interview.with(
        new Greeter(new Random(1)),
        deadline -> connect(port),
        NAME,
        Deadline.in(allowed, Ticker.SYSTEM));
  }

  private Optional<Socket> connect(int port) {
    greetings.incrementAndGet();
    try {
      return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hangUp(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  /** Hands each hello and its answer on, until it sees one of SSLv3. */
  private static void guard(ServerSocket socket, TlsServer server) {
    boolean seen = false;
    try {
      while (!seen) {
        try (Socket client = socket.accept()) {
          byte[] hello = record(client);
          seen = hello[2] == 0;
          if (!seen) {
            try (Socket behind = server.connect()) {
              behind.getOutputStream().write(hello);
              client.getOutputStream().write(record(behind));
            }
          }
        }
      }
      hangUp(socket);
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static byte[] record(Socket from) throws IOException {
    DataInputStream in = new DataInputStream(from.getInputStream());
    byte[] head = in.readNBytes(5);
    ByteBuffer record = ByteBuffer.allocate(head.length + ByteBuffer.wrap(head).getShort(3));
    return record.put(head).put(in.readNBytes(record.remaining())).array();
  }

  private static Deadline minute() {
    return Deadline.in(Duration.ofMinutes(1), Ticker.SYSTEM);
  }
}
