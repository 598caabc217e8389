package io.lyncwatch.discovery.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.http.Exchange.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsTest {
  private static final URI ROOT = URI.create("http://lyncdiscover.contoso.example/");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  @Test
  void an_answer_comes_back_with_its_status_headers_and_body() throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.saying(
            "HTTP/1.1 401 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 2\r\n\r\nhi")) {
      Response response = exchange(server, Request.get(ROOT)).response().orElseThrow();

      assertThat(response.status()).isEqualTo(401);
      assertThat(response.header("x-ms-server-FQDN")).contains("fe01");
      assertThat(response.body()).isEqualTo("hi");
    }
  }

  @Test
  void the_host_header_is_the_name_of_the_url_wherever_the_connection_goes() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.saying(OK)) {
      exchange(server, Request.get(ROOT));

      assertThat(server.heads().getFirst()).contains("Host: lyncdiscover.contoso.example\r\n");
    }
  }

  @Test
  void a_connection_is_kept_for_the_next_exchange() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.saying(OK);
        Connections connections = connections(server)) {
      Exchange first = connections.exchange(Request.get(ROOT), soon());
      Exchange second = connections.exchange(Request.get(ROOT).onSameConnection(), soon());

      assertThat(first.peer().orElseThrow().fresh()).isTrue();
      assertThat(second.peer().orElseThrow().fresh()).isFalse();
    }
  }

  @Test
  void a_kept_connection_that_died_meanwhile_is_replaced() throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(ConnectionsTest::onceAConnection);
        Connections connections = connections(server)) {
      connections.exchange(Request.get(ROOT), soon());
      Exchange second = connections.exchange(Request.get(ROOT), soon());

      assertThat(second.response()).isPresent();
      assertThat(second.peer().orElseThrow().fresh()).isTrue();
    }
  }

  @Test
  void a_request_that_is_bound_to_a_connection_is_not_sent_on_another() throws IOException {
    try (ScriptedWebServer server =
            ScriptedWebServer.saying(
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi");
        Connections connections = connections(server)) {
      connections.exchange(Request.get(ROOT), soon());
      Exchange second = connections.exchange(Request.get(ROOT).onSameConnection(), soon());

      assertThat(second.result()).isEqualTo(new Result.Failed(new Failure.ConnectionNotKept()));
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void a_secret_is_never_sent_over_http() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.saying(OK)) {
      Request secret = Request.get(ROOT).withSecret("Authorization", "NTLM abc");

      assertThatThrownBy(() -> exchange(server, secret))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("abc");
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void a_request_does_not_print_its_secrets() {
    Request request =
        Request.post(ROOT, new Request.Body("text/xml", "hunter2", true))
            .withSecret("Authorization", "NTLM abc");

    assertThat(request.toString() + request.headers() + request.body())
        .doesNotContain("hunter2")
        .doesNotContain("abc");
  }

  @Test
  void a_server_that_sends_a_byte_now_and_then_is_given_up_at_the_deadline() throws IOException {
    try (ScriptedWebServer server = new ScriptedWebServer(ConnectionsTest::drip)) {
      Exchange exchange = exchange(server, Request.get(ROOT), Duration.ofMillis(300));

      assertThat(failure(exchange)).isInstanceOf(Failure.TimedOut.class);
    }
  }

  @Test
  void a_body_of_more_than_a_mebibyte_is_not_read() throws IOException {
    byte[] block = new byte[64 * 1024];
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
          while (true) {
            out.write(block);
          }
        })) {
      Exchange exchange = exchange(server, Request.get(ROOT));

      assertThat(failure(exchange)).isEqualTo(new Failure.TooLong(1 << 20));
    }
  }

  @Test
  void an_endless_header_ends_the_exchange() throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII));
          while (true) {
            out.write("aaaaaaaaaaaaaaaa".repeat(1024).getBytes(US_ASCII));
          }
        })) {
      assertThat(failure(exchange(server, Request.get(ROOT)))).isInstanceOf(Failure.Broken.class);
    }
  }

  @Test
  void a_server_that_speaks_no_tls_fails_the_handshake() throws IOException {
    try (ScriptedWebServer server = ScriptedWebServer.saying(OK)) {
      Exchange exchange =
          exchange(server, Request.get(URI.create("https://lyncdiscover.contoso.example/")));

      assertThat(failure(exchange)).isInstanceOf(Failure.NoHandshake.class);
    }
  }

  private static void onceAConnection(int request, OutputStream out) throws IOException {
    if (request > 0) {
      throw new IOException("closed");
    }
    out.write(OK.getBytes(US_ASCII));
  }

  private static void drip(int request, OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII));
    while (true) {
      out.write('a');
      out.flush();
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static Failure failure(Exchange exchange) {
    return ((Result.Failed) exchange.result()).failure();
  }

  private static Exchange exchange(ScriptedWebServer server, Request request) {
    return exchange(server, request, Duration.ofSeconds(30));
  }

  private static Exchange exchange(ScriptedWebServer server, Request request, Duration allowed) {
    Network network = TestingNetwork.of(server.port(), server.port(), allowed);
    try (Connections connections = new Connections(network, new AddressBook(network))) {
      return connections.exchange(request, soon());
    }
  }

  private static Connections connections(ScriptedWebServer server) {
    Network network = TestingNetwork.of(server.port(), server.port(), Duration.ofSeconds(30));
    return new Connections(network, new AddressBook(network));
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), Ticker.SYSTEM);
  }
}
