package io.lyncwatch.discovery.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Ticker;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with servers that are old, odd, mute or no TLS servers at all. */
class HandshakerTest {
  private static final String HOST = "lyncdiscover.contoso.example";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Issued ROOT = Issued.root("CN=Root");
  private static final Issued LEAF = Issued.named("CN=" + HOST).by(ROOT).dns(HOST).issue();

  private final Handshaker handshaker = new Handshaker(Ticker.SYSTEM, new SecureRandom());

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"})
  void every_version_is_spoken(String version) throws IOException {
    try (var server = only(version)) {
      assertThat(established(server.connect(), HOST).protocol()).isEqualTo(version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS_RSA_WITH_AES_128_CBC_SHA", "SSL_RSA_WITH_3DES_EDE_CBC_SHA"})
  void a_server_with_static_rsa_over_tls_1_0_and_sha_1_shows_its_certificate(String suite)
      throws IOException {
    Issued old = Issued.named("CN=" + HOST).rsa(1024).signedWith("SHA1").issue();
    try (var server =
        new TlsServer(
            List.of(old),
            settings -> {
              settings.setEnabledProtocols(new String[] {"TLSv1"});
              settings.setEnabledCipherSuites(new String[] {suite});
            })) {
      Handshake.Established session = established(server.connect(), HOST);

      assertThat(session.protocol()).isEqualTo("TLSv1");
      assertThat(session.cipher()).isEqualTo(suite);
      assertThat(session.chain()).containsExactly(old.certificate());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void no_handshake_is_resumed_and_each_captures_the_chain(String version) throws IOException {
    int times = 5;
    try (var server = only(version)) {
      for (int i = 0; i < times; i++) {
        Handshake.Established session = established(server.connect(), HOST);
        assertThat(session.chain()).containsExactly(LEAF.certificate(), ROOT.certificate());
      }
      assertThat(server.timesShown()).isEqualTo(times);
    }
  }

  @Test
  void an_expired_certificate_for_another_name_is_captured() throws IOException {
    Issued expired = Issued.named("CN=other.example").valid("2001-01-01", "2002-01-01").issue();
    try (var server = TlsServer.presenting(expired)) {
      assertThat(established(server.connect(), HOST).chain())
          .containsExactly(expired.certificate());
    }
  }

  @Test
  void a_certificate_with_ten_thousand_names_is_captured() throws IOException {
    try (var server = TlsServer.presenting(named(10_000))) {
      assertThat(established(server.connect(), HOST).chain()).hasSize(1);
    }
  }

  @Test
  void a_chain_of_fifteen_certificates_is_captured() throws IOException {
    try (var server = new TlsServer(Collections.nCopies(15, LEAF), settings -> {})) {
      assertThat(established(server.connect(), HOST).chain()).hasSize(15);
    }
  }

  @Test
  void a_chain_beyond_all_reason_is_a_failure_that_says_so() throws IOException {
    try (var server = new TlsServer(Collections.nCopies(21, LEAF), settings -> {})) {
      Handshake.Failed failed = failed(server.connect(), LONG);

      assertThat(failed.fault()).isEqualTo(Handshake.Fault.OVERSIZED);
      assertThat(failed.detail()).isEqualTo("sent 21 certificates");
    }
  }

  @Test
  void a_chain_of_more_than_a_mebibyte_is_a_failure_that_says_so() throws IOException {
    Issued huge = named(40_000);
    try (var server = TlsServer.presenting(huge)) {
      Handshake.Failed failed = failed(server.connect(), LONG);

      assertThat(failed.fault()).isEqualTo(Handshake.Fault.OVERSIZED);
      assertThat(failed.detail()).matches("sent 1\\d{6} bytes in one message");
    }
  }

  @Test
  void the_name_is_sent_as_sni() throws Exception {
    try (var server = TlsServer.presenting(LEAF)) {
      established(server.connect(), HOST);

      assertThat(server.nextServerNames()).containsExactly(new SNIHostName(HOST));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "not_a_host_name.example"})
  void what_is_no_host_name_is_not_sent_as_sni(String host) throws Exception {
    try (var server = TlsServer.presenting(LEAF)) {
      established(server.connect(), host);

      assertThat(server.nextServerNames()).isEmpty();
    }
  }

  @Test
  void a_chain_that_came_before_the_failure_is_kept() throws IOException {
    try (var server =
        new TlsServer(
            List.of(LEAF, ROOT),
            settings -> {
              settings.setEnabledProtocols(new String[] {"TLSv1.2"});
              settings.setNeedClientAuth(true);
            })) {
      Handshake.Failed failed = failed(server.connect(), LONG);

      assertThat(failed.chain()).containsExactly(LEAF.certificate(), ROOT.certificate());
      // the server's alert may be lost on the way: it closes while more is being sent to it
      assertThat(failed.fault()).isIn(Handshake.Fault.REFUSED, Handshake.Fault.BROKEN);
    }
  }

  @Test
  void a_server_without_a_certificate_refuses_with_an_alert() throws IOException {
    try (var server = new TlsServer(List.of(), settings -> {})) {
      assertThat(failed(server.connect(), LONG).detail())
          .isEqualTo("refused with the alert handshake_failure");
    }
  }

  @Test
  void an_answer_that_is_not_tls_is_called_so() throws IOException {
    try (var server =
        new PlainServer(connection ->
            connection
                .getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)))) {
      assertThat(failed(server.connect(), LONG).detail())
          .isEqualTo("answered with something that is not TLS");
    }
  }

  @Test
  void a_connection_closed_at_once_is_called_so() throws IOException {
    try (var server = new PlainServer(connection -> connection.getInputStream().read())) {
      Handshake.Failed failed = failed(server.connect(), LONG);

      assertThat(failed.detail()).endsWith("the connection during the handshake");
      assertThat(failed.fault()).isEqualTo(Handshake.Fault.BROKEN);
    }
  }

  @Test
  void a_server_that_stops_after_its_hello_is_no_riddle() throws IOException {
    byte[] hello =
        HexFormat.of()
            .parseHex("160303002a" + "02000026" + "0303" + "00".repeat(32) + "00" + "c02f" + "00");
    try (var server =
        new PlainServer(connection -> {
          assertThat(connection.getInputStream().read(new byte[1024])).isPositive();
          connection.getOutputStream().write(hello);
        })) {
      Handshake.Failed failed = failed(server.connect(), LONG);

      assertThat(failed.fault()).isEqualTo(Handshake.Fault.BROKEN);
      assertThat(failed.detail()).isEqualTo("closed the connection during the handshake");
    }
  }

  @Test
  void silence_ends_at_the_deadline() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (var server = new PlainServer(connection -> never.await())) {
      Handshake.Failed failed = failed(server.connect(), Duration.ofMillis(50));

      assertThat(failed.fault()).isEqualTo(Handshake.Fault.TIMED_OUT);
      assertThat(failed.detail()).isEqualTo("did not finish in time");
    } finally {
      never.countDown();
    }
  }

  @Test
  void dripped_bytes_do_not_hold_a_handshake_beyond_the_deadline() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (var server = new PlainServer(connection -> drip(connection, over))) {
      assertThat(failed(server.connect(), Duration.ofMillis(100)).fault())
          .isEqualTo(Handshake.Fault.TIMED_OUT);
    } finally {
      over.countDown();
    }
  }

  @Test
  void a_failed_handshake_closes_the_connection() throws IOException {
    try (var server = new PlainServer(connection -> {})) {
      Socket connected = server.connect();
      failed(connected, LONG);

      assertThat(connected.isClosed()).isTrue();
    }
  }

  /** The head of a large handshake record, then its content a byte at a time. */
  private static void drip(Socket connection, CountDownLatch over)
      throws IOException, InterruptedException {
    connection.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
    while (!over.await(5, TimeUnit.MILLISECONDS)) {
      connection.getOutputStream().write(2);
    }
  }

  private static Issued named(int count) {
    String[] names = new String[count];
    Arrays.setAll(names, i -> "lyncdiscover.tenant" + i + ".example");
    return Issued.named("CN=large").dns(names).issue();
  }

  private static TlsServer only(String version) {
    return new TlsServer(
        List.of(LEAF, ROOT), settings -> settings.setEnabledProtocols(new String[] {version}));
  }

  /** Reads the server's byte too: what a client could resume from may come after the handshake. */
  private Handshake.Established established(Socket connected, String host) throws IOException {
    return switch (perform(connected, host, LONG)) {
      case Handshake.Established session -> {
        try (var socket = session.socket()) {
          assertThat(socket.getInputStream().read()).isEqualTo('!');
        }
        yield session;
      }
      case Handshake.Failed failed -> throw new AssertionError(failed.detail());
    };
  }

  private Handshake.Failed failed(Socket connected, Duration allowed) {
    return switch (perform(connected, HOST, allowed)) {
      case Handshake.Established session -> throw new AssertionError(session);
      case Handshake.Failed failed -> failed;
    };
  }

  private Handshake perform(Socket connected, String host, Duration allowed) {
    return handshaker.perform(
        connected, new Endpoint(host, 443), Deadline.in(allowed, Ticker.SYSTEM));
  }
}
