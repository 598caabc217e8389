package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Cutoff;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.http.Exchange.Result;
import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.tls.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One connection on which exchanges follow each other. It speaks HTTP/1.1 through HttpClient's
 * connection classes without its pool, redirects or authentication, because which connection
 * carries which request is itself what is looked at.
 */
final class Connection {
  private static final int LONGEST_BODY = 1 << 20;
  private static final ManagedHttpClientConnectionFactory CONNECTIONS =
      ManagedHttpClientConnectionFactory.builder()
          .http1Config(
              Http1Config.custom()
                  .setMaxLineLength(32 * 1024)
                  .setMaxHeaderCount(200)
                  .setMaxEmptyLineCount(10)
                  .build())
          .build();
  private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();

  private final ManagedHttpClientConnection http;
  private final Socket socket;
  private final InetSocketAddress address;
  private final Optional<TlsSession> tls;

  private Connection(
      ManagedHttpClientConnection http,
      Socket socket,
      InetSocketAddress address,
      Optional<TlsSession> tls) {
    this.http = http;
    this.socket = socket;
    this.address = address;
    this.tls = tls;
  }

  /** Takes over a connected socket. */
  static Connection plain(Socket socket, InetSocketAddress address) throws IOException {
    ManagedHttpClientConnection http = CONNECTIONS.createConnection(null);
    http.bind(socket);
    return new Connection(http, socket, address, Optional.empty());
  }

  /** Takes over a connected socket and the TLS session on it. */
  static Connection secure(
      SSLSocket secured, Socket socket, InetSocketAddress address, TlsSession session)
      throws IOException {
    ManagedHttpClientConnection http = CONNECTIONS.createConnection(null);
    http.bind(secured, socket);
    return new Connection(http, socket, address, Optional.of(session));
  }

  Optional<TlsSession> tls() {
    return tls;
  }

  Exchange.Peer peer(boolean fresh) {
    return new Exchange.Peer(address, tls, fresh);
  }

  /** Whether another exchange can follow on it. */
  boolean open() {
    return http.isOpen();
  }

  /** Whether the other side has closed it meanwhile, as far as can be told without sending. */
  boolean stale() {
    try {
      return http.isStale();
    } catch (IOException e) {
      return true;
    }
  }

  void close() {
    http.close(CloseMode.IMMEDIATE);
    Sockets.close(socket);
  }

  /** Sends a request and reads the answer whole. Closes the connection unless it can be kept. */
  Result send(Request request, Deadline deadline, PhaseTimes times) {
    Duration allowed = deadline.left();
    Cutoff cutoff = Cutoff.at(deadline, socket);
    try {
      http.setSocketTimeout(Timeout.ofMilliseconds(deadline.leftMillis()));
      return new Result.Answered(answer(request, times));
    } catch (TooLong e) {
      return failed(new Failure.TooLong(e.most));
    } catch (SocketTimeoutException e) {
      return failed(new Failure.TimedOut(allowed));
    } catch (NoHttpResponseException | SocketException e) {
      return failed(deadline.passed() ? new Failure.TimedOut(allowed) : Failure.Broken.UNANSWERED);
    } catch (IOException e) {
      return failed(
          Alert.behind(e)
              .<Failure>map(Failure.Alerted::new)
              .orElseGet(() ->
                  deadline.passed()
                      ? new Failure.TimedOut(allowed)
                      : new Failure.Broken(detail(e))));
    } finally {
      cutoff.inTime();
    }
  }

  private Response answer(Request request, PhaseTimes times) throws IOException {
    BasicClassicHttpRequest message = message(request);
    HttpCoreContext context = HttpCoreContext.create();
    ClassicHttpResponse answer = times.measure(Phase.FIRST_BYTE, () -> head(message, context));
    String body = times.measure(Phase.BODY, () -> body(answer.getEntity(), request.bytes()));
    if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(message, answer, context)) {
      close();
    }
    List<Response.Header> headers =
        Arrays.stream(answer.getHeaders())
            .map(header -> new Response.Header(header.getName(), orEmpty(header.getValue())))
            .toList();
    return new Response(answer.getCode(), headers, body);
  }

  /** Malformed HTTP is an I/O error to the callers. */
  private ClassicHttpResponse head(BasicClassicHttpRequest message, HttpCoreContext context)
      throws IOException {
    try {
      return EXECUTOR.execute(message, http, context);
    } catch (HttpException | IllegalArgumentException e) {
      // the library checks what it is given, the status that came among it
      throw new ProtocolException(e);
    }
  }

  private static BasicClassicHttpRequest message(Request request) {
    String query = request.url().getRawQuery();
    String path = request.url().getRawPath();
    BasicClassicHttpRequest message =
        new BasicClassicHttpRequest(
            request.method(), (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    if (request.proxy().isPresent()) {
      Endpoint server = Route.of(request.url()).endpoint();
      message.setScheme(request.url().getScheme());
      message.setAuthority(new URIAuthority(server.host(), server.port()));
      message.setAbsoluteRequestUri(true);
    }
    message.setHeader("Host", request.url().getRawAuthority());
    message.setHeader("User-Agent", "Lyncwatch");
    request.headers().forEach(header -> message.setHeader(header.name(), header.value()));
    request
        .body()
        .ifPresent(body -> {
          StringEntity entity =
              new StringEntity(
                  body.text(),
                  request.bytes().isPresent()
                      ? StandardCharsets.ISO_8859_1
                      : StandardCharsets.UTF_8);
          message.setEntity(entity);
          message.setHeader("Content-Type", body.contentType());
          message.setHeader("Content-Length", entity.getContentLength());
        });
    return message;
  }

  private static String body(@Nullable HttpEntity entity, OptionalInt asBytes) throws IOException {
    if (entity == null) {
      return "";
    }
    int longest = asBytes.orElse(LONGEST_BODY);
    try (InputStream stream = entity.getContent()) {
      byte[] bytes = stream.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw new TooLong(longest);
      }
      return asBytes.isPresent()
          ? new String(bytes, StandardCharsets.ISO_8859_1)
          : TextBody.of(bytes, orEmpty(entity.getContentType()));
    }
  }

  private Result failed(Failure failure) {
    close();
    return new Result.Failed(failure);
  }

  private static String detail(Exception e) {
    String message = e.getMessage();
    return Excerpt.of(
        message == null
            ? e.getClass().getSimpleName()
            : message
                .replaceFirst("^(?i)\\S+ failed to respond$", "closed without an answer")
                .toLowerCase(Locale.ROOT),
        200);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What came is not HTTP. */
  private static final class ProtocolException extends IOException {
    ProtocolException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The body does not end where it should. */
  private static final class TooLong extends IOException {
    private final int most;

    TooLong(int most) {
      this.most = most;
    }
  }
}
