package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.TlsServer;
import io.lyncwatch.discovery.tls.hello.Accepted;
import io.lyncwatch.discovery.tls.hello.Reception;
import io.lyncwatch.discovery.tls.hello.TlsVersion;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that treat those who send no name in their own way. */
@Timeout(60)
class ReceptionSearchTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Issued LEAF = Issued.named("CN=web").rsa(2048).dns(HOST).issue();
  private static final Accepted MODERN =
      new Accepted(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, Set.of());
  private static final byte[] UNRECOGNIZED_NAME = {21, 3, 3, 0, 2, 2, 112};

  @Test
  void who_refuses_by_an_alert_has_no_certificate_for_them() throws IOException {
    assertThat(reception(client -> client.getOutputStream().write(UNRECOGNIZED_NAME)))
        .contains(new Reception(MODERN, Optional.of("no certificate at all")));
  }

  @Test
  void who_hangs_up_without_a_word_keeps_the_rest_of_what_is_known() throws IOException {
    assertThat(reception(client -> {})).contains(new Reception(MODERN, Optional.empty()));
  }

  @Test
  void so_does_who_says_nothing_at_all() throws IOException {
    assertThat(
            reception(
                client -> client.getInputStream().transferTo(OutputStream.nullOutputStream())))
        .contains(new Reception(MODERN, Optional.empty()));
  }

  /** What a server does to a client that sends no name, before it hangs up. */
  @FunctionalInterface
  private interface Treatment {
    void of(Socket client) throws IOException;
  }

  private static Optional<Reception> reception(Treatment nameless) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (TlsServer server =
            new TlsServer(
                List.of(LEAF),
                socket -> {
                  socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                  socket.setEnabledCipherSuites(
                      new String[] {
                        "TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
                      });
                });
        ServerSocket front = new ServerSocket(0, 10, loopback)) {
      Thread.ofVirtual().start(() -> serve(front, server, nameless));
      Network network = TestingNetwork.of(1, 1, Duration.ofSeconds(20));
      return network.reception(
          new Endpoint(HOST, 443),
          new InetSocketAddress(loopback, front.getLocalPort()),
          network.judge().judge(List.of(LEAF.certificate()), HOST, Issued.NOW).certificates(),
          Deadline.in(Duration.ofSeconds(30), Ticker.SYSTEM));
    }
  }

  private static void serve(ServerSocket front, TlsServer server, Treatment nameless) {
    try {
      while (true) {
        try (Socket client = front.accept()) {
          byte[] hello = record(client);
          if (new String(hello, StandardCharsets.ISO_8859_1).contains(HOST)) {
            answer(client, hello, server);
          } else if (hello[2] != 0) {
            nameless.of(client);
          }
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static void answer(Socket client, byte[] hello, TlsServer server) throws IOException {
    try (Socket behind = server.connect()) {
      behind.getOutputStream().write(hello);
      client.getOutputStream().write(record(behind));
    }
  }

  private static byte[] record(Socket from) throws IOException {
    DataInputStream in = new DataInputStream(from.getInputStream());
    byte[] head = in.readNBytes(5);
    ByteBuffer record = ByteBuffer.allocate(head.length + ByteBuffer.wrap(head).getShort(3));
    return record.put(head).put(in.readNBytes(record.remaining())).array();
  }
}
