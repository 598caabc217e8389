package io.lyncwatch.discovery.tls.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.TlsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Greetings to JSSE's servers, which are not of this project's making. */
class GreeterTest {
  private static final Optional<String> NAME = Optional.of("lyncdiscover.contoso.example");
  private static final Issued LEAF = Issued.named("CN=web").rsa(2048).dns(NAME.get()).issue();

  private final Greeter greeter = new Greeter(new Random(1));

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SSL_3")
  void a_server_of_each_version_agrees_to_it(TlsVersion version) throws Exception {
    try (TlsServer server = speaking(version)) {
      assertThat(greet(server, Greeting.upTo(version, NAME)))
          .isInstanceOfSatisfying(
              Answer.Agreed.class,
              agreed -> {
                assertThat(agreed.version()).isEqualTo(version);
                assertThat(agreed.suite()).isPresent();
              });
    }
  }

  @Test
  void a_server_answers_with_the_newest_version_that_both_know() throws Exception {
    try (TlsServer server = speaking(TlsVersion.TLS_1_1)) {
      assertThat(greet(server, Greeting.upTo(TlsVersion.TLS_1_2, NAME)))
          .isInstanceOfSatisfying(
              Answer.Agreed.class,
              agreed -> assertThat(agreed.version()).isEqualTo(TlsVersion.TLS_1_1));
    }
  }

  @Test
  void a_server_that_knows_only_newer_versions_refuses() throws Exception {
    try (TlsServer server = speaking(TlsVersion.TLS_1_2)) {
      assertThat(greet(server, Greeting.upTo(TlsVersion.TLS_1_0, NAME)))
          .isEqualTo(new Answer.Refused("refused with alert 70")); // protocol_version
    }
  }

  @Test
  void suites_of_one_kind_are_agreed_to_or_refused() throws Exception {
    try (TlsServer server =
        server(socket -> {
          socket.setEnabledProtocols(new String[] {"TLSv1.2"});
          socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_AES_128_CBC_SHA"});
        })) {
      assertThat(
              greet(
                  server,
                  Greeting.only(EnumSet.of(SuiteKind.STATIC_RSA), TlsVersion.TLS_1_2, NAME)))
          .isEqualTo(
              new Answer.Agreed(
                  TlsVersion.TLS_1_2, Optional.of(CipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA)));
      assertThat(greet(server, Greeting.only(EnumSet.of(SuiteKind.RC4), TlsVersion.TLS_1_2, NAME)))
          .isEqualTo(new Answer.Refused("refused with alert 40")); // handshake_failure
    }
  }

  @Test
  void the_name_goes_out_with_the_greeting() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(socket, Greeting.upTo(TlsVersion.TLS_1_2, NAME)));
      try (Socket connection = socket.accept()) {
        byte[] head = connection.getInputStream().readNBytes(5);
        int length = (head[3] & 0xff) << 8 | (head[4] & 0xff);
        byte[] hello = connection.getInputStream().readNBytes(length);
        assertThat(new String(hello, StandardCharsets.ISO_8859_1)).contains(NAME.get());
      }
    }
  }

  @Test
  void a_server_that_says_nothing_is_given_up_in_time() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket connected = new Socket(silent.getInetAddress(), silent.getLocalPort());
      Deadline soon = Deadline.in(Duration.ofMillis(50), Ticker.SYSTEM);

      assertThat(greeter.greet(connected, Greeting.upTo(TlsVersion.TLS_1_2, NAME), soon))
          .isEqualTo(new Answer.Silence());
    }
  }

  private TlsServer speaking(TlsVersion version) {
    return server(socket -> socket.setEnabledProtocols(new String[] {version.label()}));
  }

  private static TlsServer server(Consumer<SSLServerSocket> settings) {
    return new TlsServer(List.of(LEAF), settings);
  }

  private Answer greet(TlsServer server, Greeting greeting) throws IOException {
    return greeter.greet(server.connect(), greeting, minute());
  }

  private void greet(ServerSocket socket, Greeting greeting) {
    try {
      greeter.greet(new Socket(socket.getInetAddress(), socket.getLocalPort()), greeting, minute());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Deadline minute() {
    return Deadline.in(Duration.ofMinutes(1), Ticker.SYSTEM);
  }
}
