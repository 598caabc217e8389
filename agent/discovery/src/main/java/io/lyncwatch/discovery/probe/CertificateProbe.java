package io.lyncwatch.discovery.probe;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Summaries;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.walk.StageNotes;
import io.lyncwatch.discovery.walk.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Captures and judges what one endpoint presents in one view, at every address behind it.
 *
 * @param expected whether the name has to resolve; one that need not and does not is no failure
 */
public record CertificateProbe(Network network, Endpoint endpoint, Expected expected)
    implements Probe {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Override
  public TargetId target() {
    return new TargetId(ProbeKind.CERTIFICATE, network.view(), "", endpoint.toString());
  }

  @Override
  public Report run() {
    Instant startedAt = network.clock().instant();
    long start = network.ticker().nanos();
    Transcript transcript = new Transcript(network.ticker());
    List<Presented> presented = new ArrayList<>();
    transcript.stage(Stage.CAPTURE, notes -> capture(notes, presented));
    List<Finding> findings = transcript.findings();
    Outcome outcome = Outcome.of(findings);
    return new Report(
        target(),
        startedAt,
        Duration.ofNanos(network.ticker().nanos() - start),
        outcome,
        outcome == Outcome.SUCCESS
            ? endpoint
                + (presented.isEmpty()
                    ? " is absent, as expected."
                    : " presents a good certificate.")
            : Summaries.of(outcome, findings),
        transcript.stages(),
        findings,
        new Facts.Certificate(endpoint, presented, coverage(presented)),
        Learned.NOTHING);
  }

  private Optional<List<Presented>> capture(StageNotes notes, List<Presented> presented) {
    Deadline deadline = Deadline.in(LONGEST, network.ticker());
    boolean good = true;
    for (Capture capture : Capture.all(network, endpoint, expected, deadline)) {
      notes.findAll(capture.findings());
      notes.step(capture.asked(), capture.answered(), capture.good(), capture.took());
      capture.presented().ifPresent(presented::add);
      good &= capture.good();
    }
    return good ? Optional.of(presented) : Optional.empty();
  }

  /** Whether the name that clients ask this endpoint for is covered at every address. */
  private Map<String, Boolean> coverage(List<Presented> presented) {
    return presented.isEmpty()
        ? Map.of()
        : Map.of(endpoint.host(), presented.stream().allMatch(p -> p.judgement().hostMatches()));
  }
}
