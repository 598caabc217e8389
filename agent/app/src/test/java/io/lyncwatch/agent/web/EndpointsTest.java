package io.lyncwatch.agent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.agent.metrics.Exposition;
import io.lyncwatch.agent.page.Document;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EndpointsTest {
  private final AtomicBoolean ready = new AtomicBoolean();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private Endpoints endpoints;

  @BeforeEach
  void open() throws CannotListenException {
    endpoints = new Endpoints(anyPort(), EndpointsTest::status, EndpointsTest::metrics, ready::get);
  }

  @AfterEach
  void close() {
    endpoints.close();
    client.close();
  }

  @Test
  void the_status_page_is_nobodys_to_keep_to_frame_or_to_be_told_of() throws Exception {
    HttpResponse<String> answer = get("/");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<p>refreshing: true – ✔</p>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void the_status_page_holds_still_for_who_wants_to_read() throws Exception {
    assertThat(get("/?refresh=no").body()).contains("refreshing: false");
    assertThat(get("/?refresh=%3Cscript%3E").body()).contains("refreshing: true");
  }

  @Test
  void the_status_page_can_be_asked_for_without_its_text() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void the_status_page_can_only_be_read(String method) throws Exception {
    assertThat(send(method, "/").statusCode()).isEqualTo(404);
  }

  @Test
  void metrics_are_given_as_the_scraper_accepts_them() throws Exception {
    HttpResponse<String> answer = get("/metrics", "Accept", "application/openmetrics-text");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("accepted application/openmetrics-text\n");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"gzip", "deflate, gzip", "gzip;q=0.5, deflate", "gzip; q=1.0"})
  void metrics_are_packed_for_who_can_unpack_them(String encodings) throws Exception {
    HttpResponse<InputStream> answer =
        client.send(
            request("/metrics", "Accept-Encoding", encodings), BodyHandlers.ofInputStream());

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (InputStream body = new GZIPInputStream(answer.body())) {
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).startsWith("accepted");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"identity", "gzip;q=0", "gzip; q=0.0, deflate", "x-gzip"})
  void metrics_are_not_packed_for_others(String encodings) throws Exception {
    assertThat(get("/metrics", "Accept-Encoding", encodings).body()).startsWith("accepted");
  }

  @Test
  void the_agent_is_healthy_while_it_answers() throws Exception {
    assertThat(get("/-/healthy").statusCode()).isEqualTo(200);
  }

  @Test
  void the_agent_is_ready_when_it_says_so() throws Exception {
    assertThat(get("/-/ready").statusCode()).isEqualTo(503);

    ready.set(true);

    assertThat(get("/-/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void elsewhere_is_nothing_but_a_word_on_what_is_where() throws Exception {
    HttpResponse<String> answer = get("/probe?target=<script>");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo("Nothing is here. The status page is at /, metrics are at /metrics.\n");
  }

  @Test
  void a_bug_is_an_answer_without_details() throws Exception {
    HttpResponse<String> answer = get("/metrics", "Accept", "bug");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("The agent failed; its log says more.\n");
  }

  @Test
  void headers_beyond_the_limit_are_refused() throws Exception {
    assertThat(get("/metrics", "X-Long", "x".repeat(20_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_port_in_use_is_told_in_one_line() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress taken =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort());

      assertThatThrownBy(
              () -> new Endpoints(taken, EndpointsTest::status, EndpointsTest::metrics, ready::get))
          .isInstanceOf(CannotListenException.class)
          .hasMessageMatching(
              "cannot listen on .*:" + other.getLocalPort() + ": .*in use.*listen.*");
    }
  }

  @Test
  void a_closed_agent_takes_no_connection() {
    endpoints.close();

    assertThatThrownBy(() -> get("/-/healthy")).isInstanceOf(ConnectException.class);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(request(path).uri())
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static Document status(boolean refreshing) {
    return new Document("default-src 'none'", "<p>refreshing: " + refreshing + " – ✔</p>");
  }

  private static Exposition.Page metrics(String accept) {
    if (accept.equals("bug")) {
      throw new IllegalStateException("a secret detail");
    }
    return new Exposition.Page(
        "text/plain; version=0.0.4; charset=utf-8",
        out -> out.write(("accepted " + accept + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return client.send(request(path, headers), BodyHandlers.ofString());
  }

  private HttpRequest request(String path, String... headers) {
    String base = "http://localhost:" + endpoints.address().getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path.replace("<", "%3C").replace(">", "%3E")))
            .timeout(Duration.ofSeconds(30));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
