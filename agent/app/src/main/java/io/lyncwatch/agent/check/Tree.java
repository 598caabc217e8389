package io.lyncwatch.agent.check;

import io.lyncwatch.agent.coverage.CertificateNeeds;
import io.lyncwatch.agent.coverage.SigningRequest;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells an examination as a tree: each stage, what was asked, what came back, how long it took, and
 * under the stage what was found, with its cause and its cure; then the certificates, and for one
 * that lacks names the request to make.
 */
public final class Tree {
  private static final int WIDTH = 100;
  private static final int MOST_LATER = 8;

  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private Tree(Paint paint) {
    this.paint = paint;
  }

  /** The tree, ending in a line break. */
  public static String of(Examination examination, Paint paint) {
    Tree tree = new Tree(paint);
    examination
        .views()
        .forEach(report -> tree.run(report.target().view().label() + " view", report));
    examination
        .nodes()
        .forEach(report -> tree.run(report.target().name() + ", asked directly", report));
    tree.certificates(examination);
    return tree.text.toString();
  }

  private void certificates(Examination examination) {
    Certificates certificates = examination.certificates();
    Set<List<String>> told =
        Stream.concat(examination.views().stream(), examination.nodes().stream())
            .flatMap(report -> report.findings().stream())
            .map(Tree::topic)
            .collect(Collectors.toSet());
    line("", paint.strong("certificates"));
    for (Certificates.Shown shown : certificates.shown()) {
      certificate(shown);
      for (Finding finding : shown.findings()) {
        if (told.contains(topic(finding))) {
          headline(finding, ", see above");
        } else {
          finding(finding);
        }
      }
    }
    for (Report capture : certificates.unseen()) {
      line("  ", paint.warning("NONE") + " " + paint.strong(Certificates.place(capture)));
      wrapped("       ", capture.summary());
    }
    line("", "");
  }

  private static List<String> topic(Finding finding) {
    return List.of(finding.reason().code(), finding.where());
  }

  private void certificate(Certificates.Shown shown) {
    List<String> missing = shown.needs().map(CertificateNeeds::missing).orElse(List.of());
    String subject = shown.leaf().subject();
    line(
        "  ",
        (missing.isEmpty() ? "     " : paint.warning("LACK") + " ")
            + paint.strong(subject.isEmpty() ? "without a subject" : subject)
            + ", ends "
            + shown.end().atOffset(ZoneOffset.UTC).toLocalDate());
    wrapped("         at    ", String.join(", ", shown.places()));
    if (!shown.domains().isEmpty()) {
      wrapped("         for   ", String.join(", ", shown.domains()));
    }
    if (!missing.isEmpty()) {
      wrapped("         lacks ", String.join(", ", missing));
    }
    List<String> later =
        shown.needs().map(CertificateNeeds::missingByDocumentation).orElse(List.of());
    if (!later.isEmpty()) {
      wrapped("         later ", later(later));
    }
    shown.needs().flatMap(CertificateNeeds::request).ifPresent(this::request);
  }

  private static String later(List<String> names) {
    int more = names.size() - MOST_LATER;
    return names.stream().limit(MOST_LATER).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + ": no client asks for it here, but by the documentation every pool and Director should"
        + " cover it, for the day on which the records lead here";
  }

  /** Without indentation, so that it can be copied into a file. */
  private void request(SigningRequest request) {
    wrapped(
        "         cure:  ",
        "save the following lines as request.cnf, run the command in the first one, and send"
            + " server.csr to your certification authority. It asks for what this SIP domain needs;"
            + " where the certificate serves others, too, the agent's status page prints one for"
            + " all."
            + (request.leftOut() == 0
                ? ""
                : " "
                    + request.leftOut()
                    + " names are left out, being no whole"
                    + " host names or too many."));
    line("", "");
    request.openssl().lines().forEach(line -> line("", line));
    line("", "");
  }

  private void run(String title, Report report) {
    line("", paint.strong(title) + ": " + verdict(report));
    wrapped("  ", report.summary());
    for (int at = 0; at < report.stages().size(); at++) {
      stage(report.stages().get(at));
      for (Finding finding : report.findings()) {
        if (home(finding, report.stages()) == at) {
          finding(finding);
        }
      }
    }
    line("", "");
  }

  private String verdict(Report report) {
    boolean warned =
        report.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    return switch (report.outcome()) {
      case SUCCESS -> warned ? paint.warning("works, with warnings") : paint.good("works");
      case FAILURE -> paint.bad("broken");
      case SKIPPED -> paint.warning("not tried");
      case UNKNOWN -> paint.warning("could not be tried");
    };
  }

  private void stage(StageResult stage) {
    String mark = stage.success() ? paint.good("ok  ") : paint.bad("FAIL");
    line(
        "  ",
        mark + " " + paint.strong("%-10s".formatted(stage.stage().label())) + time(stage.took()));
    for (StageResult.Step step : stage.steps()) {
      line("         ", step.asked());
      String arrow = step.good() ? "-> " : paint.bad("-> ");
      line("           ", arrow + step.answered() + "  " + paint.faint(time(step.took())));
    }
  }

  /**
   * Where a finding stands: at the first passage through its stage that went wrong, else the first.
   */
  private static int home(Finding finding, List<StageResult> stages) {
    int[] passages =
        IntStream.range(0, stages.size())
            .filter(at -> stages.get(at).stage() == finding.stage())
            .toArray();
    return Arrays.stream(passages)
        .filter(at -> wentWrong(stages.get(at)))
        .findFirst()
        .orElse(passages[0]);
  }

  private static boolean wentWrong(StageResult passage) {
    return !passage.success() || passage.steps().stream().anyMatch(step -> !step.good());
  }

  private void finding(Finding finding) {
    headline(finding, finding.role() == Role.CONSEQUENCE ? ", follows from the above" : "");
    wrapped("         cause: ", finding.cause());
    wrapped("         cure:  ", finding.cure());
  }

  private void headline(Finding finding, String remark) {
    line(
        "       ",
        coloured(finding.severity())
            + " "
            + paint.strong(finding.reason().code())
            + " at "
            + finding.where()
            + remark);
  }

  private String coloured(Severity severity) {
    String word = severity.label().toUpperCase(Locale.ROOT);
    return switch (severity) {
      case INFO -> paint.faint(word);
      case WARNING -> paint.warning(word);
      case ERROR -> paint.bad(word);
    };
  }

  private static String time(Duration took) {
    long millis = took.toMillis();
    return millis < 10_000 ? millis + " ms" : "%.1f s".formatted(millis / 1000.0);
  }

  /** Breaks long sentences; a continuation is indented as deep as the first line's text. */
  private void wrapped(String indent, String sentence) {
    String rest = " ".repeat(indent.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    for (int at = 0; at < lines.size(); at++) {
      line(at == 0 ? indent : rest, lines.get(at));
    }
  }

  private void line(String indent, String content) {
    text.append(content.isEmpty() ? "" : indent + content).append(System.lineSeparator());
  }
}
