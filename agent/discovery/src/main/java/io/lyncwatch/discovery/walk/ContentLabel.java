package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.text.XmlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a document is labelled as what was asked for and as what it is. Reading goes by the body
 * alone, so a wrong label is only worth knowing.
 */
final class ContentLabel {
  private ContentLabel() {}

  /** What is remarkable about the label of a document that could be read. */
  static Optional<Finding> remark(Answer answer, Representation asked, Stage stage) {
    String type = answer.response().mediaType();
    // There is no Domain document in the forms of UCWA: it comes in the older form of that syntax.
    boolean known = asked.labels(type) || (stage == Stage.DOMAIN && asked.legacy().labels(type));
    if (answer.response().status() != 200 || (known && fits(type, answer.response().body()))) {
      return Optional.empty();
    }
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("url", answer.url().toString());
    evidence.put("type", type.isEmpty() ? "no Content-Type" : type);
    evidence.put("asked", asked.accept());
    return Optional.of(
        Finding.of(Reason.HTTP_CONTENT_TYPE, stage, answer.url().toString(), evidence));
  }

  private static boolean fits(String type, String body) {
    return type.endsWith("xml") == XmlReader.trimmed(body).startsWith("<");
  }
}
