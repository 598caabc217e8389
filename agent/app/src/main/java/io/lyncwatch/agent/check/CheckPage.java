package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An examination as a page shows it.
 *
 * @param state the style of the verdict: {@code works}, {@code warned}, {@code broken}, {@code
 *     not_known}
 * @param at when it was made, in UTC
 * @param todo what to do, the most urgent first
 * @param requests for certificates, with what to run
 */
public record CheckPage(
    String target,
    String state,
    String sentence,
    String at,
    String version,
    List<String> todo,
    List<Run> runs,
    List<Certificate> certificates,
    List<Unseen> unseen,
    List<String> requests) {
  /** Copies the lists. */
  public CheckPage {
    todo = List.copyOf(todo);
    runs = List.copyOf(runs);
    certificates = List.copyOf(certificates);
    unseen = List.copyOf(unseen);
    requests = List.copyOf(requests);
  }

  /** One view, or one machine that was asked directly. */
  public record Run(
      String title, String outcome, String summary, List<Found> findings, Sequence sequence) {}

  /** What was found. */
  public record Found(
      String severity,
      String reason,
      String where,
      boolean follows,
      String cause,
      String cure,
      String phones) {}

  /** A certificate that endpoints present. */
  public record Certificate(
      String name,
      String ending,
      List<String> places,
      List<String> missing,
      List<Found> findings) {}

  /** An endpoint that presents none, or not at all addresses. */
  public record Unseen(String place, List<Found> findings) {}

  static CheckPage of(Examination examination, String at, String version) {
    Verdict verdict = Verdict.of(examination);
    Certificates certificates = examination.certificates();
    return new CheckPage(
        examination.target(),
        verdict.state().name().toLowerCase(Locale.ROOT),
        verdict.sentence(),
        at,
        version,
        ToDo.of(examination),
        Stream.concat(
                examination.views().stream()
                    .map(report -> run(report.target().view().label() + " view", report)),
                examination.nodes().stream()
                    .map(report -> run(report.target().name() + ", asked directly", report)))
            .toList(),
        certificates.shown().stream()
            .map(shown ->
                new Certificate(
                    shown.name(),
                    certificates.ending(shown.end()),
                    shown.places(),
                    shown.missing(),
                    found(shown.findings())))
            .toList(),
        certificates.unseen().stream()
            .map(one -> new Unseen(one.place(), found(one.findings())))
            .toList(),
        certificates.requests().stream().map(request -> request.openssl()).toList());
  }

  private static Run run(String title, Report report) {
    return new Run(
        title,
        report.outcome().label(),
        report.summary(),
        found(report.findings()),
        Sequence.of(report));
  }

  private static List<Found> found(List<Finding> findings) {
    return findings.stream()
        .map(finding ->
            new Found(
                finding.severity().label(),
                finding.reason().code(),
                finding.where(),
                finding.role() == Role.CONSEQUENCE,
                finding.cause(),
                finding.cure(),
                finding.reason().users()))
        .toList();
  }
}
