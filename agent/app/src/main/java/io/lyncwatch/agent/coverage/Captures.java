package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What endpoints presented when they were looked at last. */
public final class Captures {
  private final Map<TargetId, List<Facts.Presented>> presented = new HashMap<>();

  private Captures() {}

  /** Those among some reports, of any probes. */
  public static Captures in(Stream<Report> reports) {
    Captures captures = new Captures();
    reports.forEach(report -> {
      if (report.facts() instanceof Facts.Certificate facts) {
        captures.presented.put(report.target(), facts.presented());
      }
    });
    return captures;
  }

  /**
   * The last of each endpoint, also of one that presents nothing just now: which names its
   * certificate covers does not depend on that.
   */
  public static Captures last(Collection<TargetState> states) {
    Captures captures = new Captures();
    states.forEach(state -> {
      if (!state.presented().all().isEmpty()) {
        captures.presented.put(state.target(), state.presented().all());
      }
    });
    return captures;
  }

  /** One for each address that presented a certificate. */
  List<Facts.Presented> of(View view, Endpoint endpoint) {
    return presented.getOrDefault(
        new TargetId(ProbeKind.CERTIFICATE, view, "", endpoint.toString()), List.of());
  }
}
