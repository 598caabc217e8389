package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.LeftOut;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what a document that leads on holds beside, and nobody can use. */
final class Unusable {
  private static final int MOST = 5;

  private Unusable() {}

  /** To be added to what is said of the document; empty if all of it can be used. */
  static String words(List<LeftOut> leftOut) {
    return leftOut.isEmpty() ? "" : ", leaving out: " + listed(leftOut);
  }

  /** That links are broken by which clients would go on. */
  static Optional<Finding> finding(Answer answer, Stage stage, List<LeftOut> leftOut) {
    List<LeftOut> missed = leftOut.stream().filter(LeftOut::isMissed).toList();
    if (missed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    evidence.put("document", "a document that can be used whole");
    evidence.put("detail", listed(missed));
    return Optional.of(
        Finding.of(Reason.DOCUMENT_MALFORMED, stage, answer.url().toString(), evidence)
            .atMost(Severity.WARNING));
  }

  private static String listed(List<LeftOut> leftOut) {
    return leftOut.stream().limit(MOST).map(LeftOut::what).collect(Collectors.joining("; "))
        + (leftOut.size() > MOST ? "; and " + (leftOut.size() - MOST) + " more" : "");
  }
}
