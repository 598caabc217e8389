package io.lyncwatch.lab.site;

import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.lyncwatch.lab.certificates.TlsSide;
import io.lyncwatch.lab.web.Channel;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One address and port at which a site takes HTTP/1.1 requests; carried by Helidon WebServer. */
public final class WebListener implements Closeable {
  private static final int LARGEST_BODY = 64 * 1024;
  private static final int LARGEST_HEADERS = 64 * 1024;
  private static final int MOST_CONNECTIONS = 1024;
  private static final String OCSP = "application/ocsp-request";

  /**
   * Connections end by their read timeout. Helidon's timer beside it outlives its server, and would
   * keep busy a process that opens thousands of labs.
   *
   * @see <a href="https://github.com/helidon-io/helidon/issues/11939">helidon-io/helidon#11939</a>
   */
  private static final Duration NEVER = Duration.ofDays(3650);

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final Function<Request, Reply> application;
  private final boolean secure;
  private final WebServer server;

  /**
   * Opens it.
   *
   * @param address port 0 takes a free one
   * @param tls absent for plain http
   * @throws IOException if the port is taken
   */
  public WebListener(
      InetSocketAddress address, Optional<TlsSide> tls, Function<Request, Reply> application)
      throws IOException {
    this.application = application;
    this.secure = tls.isPresent();
    WebServerConfig.Builder builder =
        WebServer.builder()
            .bindAddress(address)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(50))
            .maxPayloadSize(LARGEST_BODY)
            .maxInMemoryEntity(LARGEST_BODY)
            .maxTcpConnections(MOST_CONNECTIONS)
            .maxConcurrentRequests(MOST_CONNECTIONS)
            .backlog(MOST_CONNECTIONS)
            .idleConnectionPeriod(NEVER)
            .connectionOptions(socket -> socket.readTimeout(IDLE).tcpNoDelay(true))
            .addProtocol(Http1Config.builder().maxHeadersSize(LARGEST_HEADERS).build())
            .routing(routing -> routing.any(this::handle));
    tls.ifPresent(side ->
        builder.tls(
            Tls.builder().sslContext(side.context()).sslParameters(side.parameters()).build()));
    server = builder.build();
    server.start();
    if (!server.isRunning()) {
      // Helidon only logs that a port is taken, and stops again.
      throw new IOException("cannot listen at " + address);
    }
  }

  /** The port that it took. */
  public int port() {
    return server.port();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    Reply reply = application.apply(read(request));
    response.status(reply.status());
    for (Reply.Header header : reply.headers()) {
      response.headers().add(HeaderValues.create(header.name(), header.value()));
    }
    response.send(reply.body().getBytes(reply.charset()));
  }

  private Request read(ServerRequest request) {
    String connection =
        "%s/%s/%d"
            .formatted(request.serverSocketId(), request.socketId(), request.remotePeer().port());
    String authority = request.headers().first(HeaderNames.HOST).orElse("");
    return new Request(
        connection,
        secure ? "https" : "http",
        authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT),
        request.prologue().method().text(),
        request.path().path(),
        request.query().rawValue(),
        headers(request.headers()),
        body(request),
        channel(request));
  }

  private static Optional<Channel> channel(ServerRequest request) {
    return request
        .localPeer()
        .tlsCertificates()
        .filter(shown -> shown.length > 0)
        .map(shown ->
            new Channel(
                (X509Certificate) shown[0],
                request.remotePeer().tlsCertificates().stream()
                    .flatMap(Arrays::stream)
                    .map(X509Certificate.class::cast)
                    .toList()));
  }

  /** As bytes first: what clients of UCWA name as their charset, {@code 'utf-8'}, is none. */
  private static String body(ServerRequest request) {
    return request.content().hasEntity()
        ? new String(request.content().as(byte[].class), charset(request))
        : "";
  }

  private static Charset charset(ServerRequest request) {
    return request.headers().first(HeaderNames.CONTENT_TYPE).filter(OCSP::equals).isPresent()
        ? StandardCharsets.ISO_8859_1
        : StandardCharsets.UTF_8;
  }

  private static Map<String, List<String>> headers(ServerRequestHeaders headers) {
    Map<String, List<String>> read = new TreeMap<>();
    headers.forEach(
        header -> read.put(header.headerName().lowerCase(), List.copyOf(header.allValues())));
    return Map.copyOf(read);
  }

  /** Ends all connections and frees the port. */
  @Override
  public void close() {
    server.stop();
  }
}
