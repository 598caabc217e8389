package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.Reading;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.WebPage;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names what is wrong with an HTTP answer that is not the one that is due. */
final class UnexpectedAnswer {
  /** Of answers of which no more is known than their status. */
  static final Set<Reason> STATUS = EnumSet.of(Reason.HTTP_STATUS, Reason.HTTP_NOT_LYNC);

  private static final int SHOWN = 100;

  private UnexpectedAnswer() {}

  /**
   * By status and by who answered: who sends the service's header is the service, which runs, so
   * that what is wrong is inside of it. Without it a 5xx tells how far a request came: not to the
   * server behind a gateway, not to an application that runs; any other answer comes from something
   * else.
   */
  static Finding of(Response response, URI url, Stage stage) {
    return of(reason(response, url, stage), response, url, stage);
  }

  private static Reason reason(Response response, URI url, Stage stage) {
    boolean named = response.server().isPresent();
    if (LoginPage.of(response, url).isPresent() || (response.status() == 401 && !named)) {
      return Reason.PREAUTHENTICATION;
    }
    return switch (response.status()) {
      case 502, 504 -> Reason.BACKEND_UNREACHABLE;
      case 503 -> named ? Reason.HTTP_STATUS : Reason.APPLICATION_STOPPED;
      case 500 ->
          !named && response.mediaType().equals("text/html")
              ? Reason.APPLICATION_DAMAGED
              : Reason.HTTP_STATUS;
      case 404 ->
          named && stage == Stage.ROOT && EntryPoint.SERVICE.equalsIgnoreCase(url.getPath())
              ? Reason.AUTODISCOVER_MISSING
              : answered(named);
      default -> answered(named || response.status() > 500);
    };
  }

  private static Reason answered(boolean bySelf) {
    return bySelf ? Reason.HTTP_STATUS : Reason.HTTP_NOT_LYNC;
  }

  /**
   * The same for a service of the home pool, which never says of itself that it is not there: its
   * web server says so, or a proxy that passes on other paths only.
   */
  static Finding ofService(Response response, URI url, Stage stage) {
    return response.status() == 404
        ? of(Reason.HTTP_NOT_LYNC, response, url, stage)
        : of(response, url, stage);
  }

  /** Whether a body is a web page. */
  static boolean isPage(Reading reading) {
    return reading instanceof Reading.Unreadable(Reading.Kind kind, String detail)
        && kind == Reading.Kind.HTML;
  }

  /**
   * A web page with a good status where a document is due: whatever its headers say, the request
   * did not reach the service.
   */
  static Finding page(Response response, URI url, Stage stage) {
    return of(Reason.HTTP_NOT_LYNC, response, url, stage);
  }

  private static Finding of(Reason reason, Response response, URI url, Stage stage) {
    Map<String, String> evidence = evidence(response, url);
    firstFolder(url).ifPresent(folder -> evidence.put("path", folder + "/*"));
    WebPage.describe(response.body()).ifPresent(page -> evidence.put("page", ", " + page));
    response
        .header("Server")
        .ifPresent(server -> evidence.put("software", " by " + Excerpt.of(server, SHOWN)));
    LoginPage.of(response, url)
        .map(URI::getHost)
        .ifPresent(host -> evidence.put("login", "a redirect to " + host));
    return Finding.of(reason, stage, url.toString(), evidence);
  }

  /** What publishing rules name: {@code /meet}, {@code /Autodiscover}. */
  private static Optional<String> firstFolder(URI url) {
    String path = url.getPath();
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path : path.substring(0, end);
    return Optional.of(first).filter(folder -> folder.length() > 1);
  }

  /** What came instead of the document that is due. */
  static String detail(Reading reading) {
    return switch (reading) {
      case Reading.Read read -> "another document than the one that belongs there";
      case Reading.Unreadable(var kind, String detail) -> detail;
    };
  }

  /** The evidence that every finding on an answer carries. */
  static Map<String, String> evidence(Response response, URI url) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("url", withoutQuery(url));
    evidence.put("status", Integer.toString(response.status()));
    if (!response.mediaType().isEmpty()) {
      evidence.put("type", response.mediaType());
    }
    response.server().ifPresent(server -> evidence.put("node", server));
    return evidence;
  }

  /** Whose sign-in it was is told by the step; in a sentence it only makes it longer. */
  private static String withoutQuery(URI url) {
    String text = url.toString();
    return url.getRawQuery() == null ? text : text.substring(0, text.indexOf('?'));
  }
}
