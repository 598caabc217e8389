package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells an examination as a tree: the verdict in one sentence; each stage, what was asked, what
 * came back, how long it took, and under the stage what was found, with its cause and its cure; the
 * certificates; and what to do.
 */
public final class Tree {
  private final Paint paint;
  private final Lines lines = new Lines();
  private final FindingLines findings;

  private Tree(Paint paint) {
    this.paint = paint;
    this.findings = new FindingLines(lines, paint);
  }

  /** The tree, ending in a line break. */
  public static String of(Examination examination, Paint paint) {
    Tree tree = new Tree(paint);
    tree.verdict(examination);
    examination
        .views()
        .forEach(report -> tree.run(report.target().view().label() + " view", report));
    examination
        .nodes()
        .forEach(report -> tree.run(report.target().name() + ", asked directly", report));
    CertificateTree certificates = new CertificateTree(tree.lines, paint, tree.findings);
    certificates.tell(examination.certificates());
    tree.toDo(ToDo.of(examination));
    certificates.requests(examination.certificates());
    return tree.lines.toString();
  }

  private void verdict(Examination examination) {
    Verdict verdict = Verdict.of(examination);
    String sentence = examination.target() + ": " + verdict.sentence();
    lines.line(
        "",
        switch (verdict.state()) {
          case WORKS -> paint.good(sentence);
          case WARNED, NOT_KNOWN -> paint.warning(sentence);
          case BROKEN -> paint.bad(sentence);
        });
    lines.blank();
  }

  private void toDo(List<String> cures) {
    if (cures.isEmpty()) {
      return;
    }
    lines.line("", paint.strong("what to do"));
    for (int at = 0; at < cures.size(); at++) {
      lines.wrapped("  %d. ".formatted(at + 1), cures.get(at));
    }
    lines.blank();
  }

  private void run(String title, Report report) {
    lines.line("", paint.strong(title) + ": " + verdict(report));
    lines.wrapped("  ", report.summary());
    for (int at = 0; at < report.stages().size(); at++) {
      stage(report.stages().get(at));
      for (Finding finding : report.findings()) {
        if (home(finding, report.stages()) == at) {
          findings.tell(finding);
        }
      }
    }
    lines.blank();
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
    lines.line(
        "  ",
        mark + " " + paint.strong("%-10s".formatted(stage.stage().label())) + time(stage.took()));
    for (StageResult.Step step : stage.steps()) {
      lines.line("         ", step.asked());
      String arrow = step.good() ? "-> " : paint.bad("-> ");
      lines.line("           ", arrow + step.answered() + "  " + paint.faint(time(step.took())));
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

  private static String time(Duration took) {
    long millis = took.toMillis();
    return millis < 10_000 ? millis + " ms" : "%.1f s".formatted(millis / 1000.0);
  }
}
