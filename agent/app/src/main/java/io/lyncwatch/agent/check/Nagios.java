package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells an examination as plugins of Nagios, Icinga and their kin do (Monitoring Plugins
 * Development Guidelines): a line with the state, a sentence and performance data behind a bar;
 * then lines with what was found and its cures.
 */
public final class Nagios {
  private static final String NAME = "LYNCWATCH";

  private Nagios() {}

  /** The text, ending in a line break; {@code now} is what certificates' days are counted from. */
  public static String of(Examination examination, Instant now) {
    Verdict verdict = Verdict.of(examination);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s - %s: %s | %s"
            .formatted(
                NAME,
                verdict.state().plugin(),
                clean(examination.target()),
                clean(verdict.sentence()),
                data(examination, now)));
    lines.addAll(findings(examination));
    return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
  }

  /** What is printed where it did not come to looking; the exit code is 3. */
  public static String unknown(String target, String why) {
    return "%s %s - %s: %s"
            .formatted(NAME, Verdict.State.NOT_KNOWN.plugin(), clean(target), clean(why))
        + System.lineSeparator();
  }

  /** 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN. */
  public static int exitCode(Examination examination) {
    return switch (Verdict.of(examination).state()) {
      case WORKS -> 0;
      case WARNED -> 1;
      case BROKEN -> 2;
      case NOT_KNOWN -> 3;
    };
  }

  /** Seconds of each view, and days until the certificate that ends first does. */
  private static String data(Examination examination, Instant now) {
    List<String> values = new ArrayList<>();
    for (Report view : examination.views()) {
      values.add(
          String.format(
              Locale.ROOT,
              "%s=%.3fs;;;0",
              view.target().view().label(),
              view.took().toNanos() / 1e9));
    }
    examination.certificates().shown().stream()
        .map(Certificates.Shown::end)
        .min(Instant::compareTo)
        .ifPresent(end ->
            values.add("certificate_days=%d".formatted(Duration.between(now, end).toDays())));
    return String.join(" ", values);
  }

  private static Set<String> findings(Examination examination) {
    Set<String> lines = new LinkedHashSet<>();
    for (Report view : examination.views()) {
      for (Finding finding : view.findings()) {
        if (finding.severity() != Severity.INFO) {
          lines.add(line(view.target().view().label(), finding));
        }
      }
    }
    Certificates certificates = examination.certificates();
    Stream.concat(certificates.errors().stream(), certificates.warnings().stream())
        .forEach(finding -> lines.add(line("certificates", finding)));
    return lines;
  }

  private static String line(String where, Finding finding) {
    return clean(
        "%s, %s %s: %s Cure: %s"
            .formatted(
                where,
                finding.severity().label().toUpperCase(Locale.ROOT),
                finding.reason().code(),
                finding.cause(),
                finding.cure()));
  }

  /** A bar begins performance data, and a line break another line. */
  private static String clean(String text) {
    return text.replace('|', '/').replaceAll("\\R", " ");
  }
}
