package io.lyncwatch.agent.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.lyncwatch.agent.metrics.Exposition;
import io.lyncwatch.agent.page.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status page for people at {@code /}, {@code /metrics} for Prometheus, {@code /-/healthy} and
 * {@code /-/ready} for who watches the agent. Each request has a virtual thread; sizes, numbers and
 * times are bounded, as anyone may connect.
 */
public final class Endpoints implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Endpoints.class);

  /** Requests have no body. */
  private static final int MAX_BODY_BYTES = 1024;

  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int MAX_CONNECTIONS = 256;
  private static final int MAX_REQUESTS_AT_ONCE = 32;
  private static final Duration MAX_SILENCE = Duration.ofSeconds(30);
  private static final Duration MAX_IDLE = Duration.ofSeconds(60);
  private static final Duration LAST_WAIT = Duration.ofMillis(500);

  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";
  private static final Predicate<Method> READ = Method.predicate(Method.GET, Method.HEAD);
  private static final Pattern GZIP_WANTED =
      Pattern.compile("(^|,)\\s*gzip\\s*(,|$|;(?!\\s*q=0\\.?0*\\s*(,|$)))");

  private final WebServer server;
  private final InetSocketAddress address;

  /**
   * Listens at once.
   *
   * @param listen the address and port; port 0 takes any free one
   * @param status makes the status page, told whether it is to load itself anew
   * @param metrics makes the answer to a scrape from the request's Accept header
   * @param ready whether the agent does its work yet
   * @throws CannotListenException if the port is in use, or the address is not this machine's
   */
  public Endpoints(
      InetSocketAddress listen,
      Function<Boolean, Document> status,
      Function<String, Exposition.Page> metrics,
      BooleanSupplier ready)
      throws CannotListenException {
    tryToBind(listen);
    this.server =
        WebServer.builder()
            .bindAddress(listen)
            .shutdownHook(false)
            .shutdownGracePeriod(LAST_WAIT)
            .maxPayloadSize(MAX_BODY_BYTES)
            .maxTcpConnections(MAX_CONNECTIONS)
            .maxConcurrentRequests(MAX_REQUESTS_AT_ONCE)
            .idleConnectionTimeout(MAX_IDLE)
            .connectionOptions(socket -> socket.readTimeout(MAX_SILENCE).tcpNoDelay(true))
            .addProtocol(Http1Config.builder().maxHeadersSize(MAX_HEADER_BYTES).build())
            .routing(routing -> route(routing, status, metrics, ready))
            .build();
    server.start();
    if (!server.isRunning()) {
      throw new CannotListenException(listen, "the port was taken just now", null);
    }
    address = new InetSocketAddress(listen.getAddress(), server.port());
  }

  /** Helidon only logs that it could not bind, so what stands in the way is looked for before. */
  private static void tryToBind(InetSocketAddress listen) throws CannotListenException {
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(listen);
    } catch (IOException e) {
      throw new CannotListenException(listen, String.valueOf(e.getMessage()), e);
    }
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void route(
      HttpRouting.Builder routing,
      Function<Boolean, Document> status,
      Function<String, Exposition.Page> metrics,
      BooleanSupplier ready) {
    routing
        .addFilter((chain, request, response) -> {
          response.header("X-Content-Type-Options", "nosniff");
          chain.proceed();
        })
        .route(
            READ,
            PathMatchers.exact("/"),
            (request, response) -> sendStatus(status, request, response))
        .get("/metrics", (request, response) -> sendMetrics(metrics, request, response))
        .get("/-/healthy", (request, response) -> say(response, Status.OK_200, "healthy"))
        .get(
            "/-/ready",
            (request, response) -> {
              if (ready.getAsBoolean()) {
                say(response, Status.OK_200, "ready");
              } else {
                say(response, Status.SERVICE_UNAVAILABLE_503, "not ready yet");
              }
            })
        .any((request, response) ->
            say(
                response,
                Status.NOT_FOUND_404,
                "Nothing is here. The status page is at /, metrics are at /metrics."))
        .error(
            RuntimeException.class,
            (request, response, bug) -> {
              log.error("{} could not be answered", request.path().path(), bug);
              say(
                  response,
                  Status.INTERNAL_SERVER_ERROR_500,
                  "The agent failed; its log says more.");
            });
  }

  private static void sendStatus(
      Function<Boolean, Document> status, ServerRequest request, ServerResponse response) {
    boolean held = request.query().first("refresh").filter("no"::equals).isPresent();
    Document page = status.apply(!held);
    response.header(HeaderNames.CONTENT_TYPE, HTML);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header("Content-Security-Policy", page.policy());
    response.header("Referrer-Policy", "no-referrer");
    send(request, response, out -> out.write(page.html().getBytes(StandardCharsets.UTF_8)));
  }

  private static void sendMetrics(
      Function<String, Exposition.Page> metrics, ServerRequest request, ServerResponse response) {
    Exposition.Page page = metrics.apply(request.headers().value(HeaderNames.ACCEPT).orElse(""));
    response.header(HeaderNames.CONTENT_TYPE, page.contentType());
    response.header(HeaderNames.VARY, "Accept");
    send(request, response, page.text());
  }

  /** Sends a body that may be long, packed for who can unpack it. */
  private static void send(ServerRequest request, ServerResponse response, Exposition.Text body) {
    response.headers().add(HeaderNames.VARY, "Accept-Encoding");
    String encodings = request.headers().value(HeaderNames.ACCEPT_ENCODING).orElse("");
    boolean packed = GZIP_WANTED.matcher(encodings).find();
    if (packed) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
    }
    OutputStream plain = response.outputStream();
    try (OutputStream out = packed ? new GZIPOutputStream(plain, CHUNK_BYTES) : plain) {
      body.writeTo(out);
    } catch (IOException e) {
      log.debug("{} was not read to its end", request.path().path(), e);
    }
  }

  private static void say(ServerResponse response, Status status, String line) {
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, PLAIN_TEXT);
    response.send((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
