package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.Reading;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names what is wrong with an HTTP answer that is not the one that is due. */
final class UnexpectedAnswer {
  private UnexpectedAnswer() {}

  /**
   * By status and by who answered: a 5xx is named as what it is whoever sends it, because a gateway
   * that cannot reach the service is known by it; any other answer without the service's header
   * comes from something else.
   */
  static Finding of(Response response, URI url, Stage stage) {
    Reason reason =
        response.status() >= 500 || response.server().isPresent()
            ? Reason.HTTP_STATUS
            : Reason.HTTP_NOT_LYNC;
    return Finding.of(reason, stage, url.toString(), evidence(response, url));
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
    evidence.put("url", url.toString());
    evidence.put("status", Integer.toString(response.status()));
    if (!response.mediaType().isEmpty()) {
      evidence.put("type", response.mediaType());
    }
    response.server().ifPresent(server -> evidence.put("node", server));
    return evidence;
  }
}
