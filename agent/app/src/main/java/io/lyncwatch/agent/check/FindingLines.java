package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells findings with cause and cure, and remembers which ones. */
final class FindingLines {
  private final Lines lines;
  private final Paint paint;
  private final Set<List<String>> told = new HashSet<>();

  FindingLines(Lines lines, Paint paint) {
    this.lines = lines;
    this.paint = paint;
  }

  /** Tells one. */
  void tell(Finding finding) {
    String remark = finding.role() == Role.CONSEQUENCE ? ", follows from the above" : "";
    lines.line(
        "       ",
        coloured(finding.severity())
            + " "
            + paint.strong(finding.reason().code())
            + " at "
            + finding.where()
            + remark);
    lines.wrapped("         cause: ", finding.cause());
    lines.wrapped("         cure:  ", finding.cure());
    told.add(words(finding));
  }

  /** Whether one was told in the same words. */
  boolean told(Finding finding) {
    return told.contains(words(finding));
  }

  private static List<String> words(Finding finding) {
    return List.of(finding.reason().code(), finding.cause(), finding.cure());
  }

  private String coloured(Severity severity) {
    String word = severity.label().toUpperCase(Locale.ROOT);
    return switch (severity) {
      case INFO -> paint.faint(word);
      case WARNING -> paint.warning(word);
      case ERROR -> paint.bad(word);
    };
  }
}
