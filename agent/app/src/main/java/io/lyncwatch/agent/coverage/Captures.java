package io.lyncwatch.agent.coverage;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What endpoints presented when they were looked at last. */
public final class Captures {
  private final Map<TargetId, List<Facts.Presented>> presented = new HashMap<>();

  /**
   * Those among some reports.
   *
   * @param latest one for each target, of any probe
   */
  public Captures(Stream<Report> latest) {
    latest.forEach(report -> {
      if (report.facts() instanceof Facts.Certificate facts) {
        presented.put(report.target(), withCertificate(facts.presented()));
      }
    });
  }

  private static List<Facts.Presented> withCertificate(List<Facts.Presented> all) {
    return all.stream().filter(one -> !one.judgement().certificates().isEmpty()).toList();
  }

  /** One for each address that presented a certificate. */
  List<Facts.Presented> of(View view, Endpoint endpoint) {
    return presented.getOrDefault(
        new TargetId(ProbeKind.CERTIFICATE, view, "", endpoint.toString()), List.of());
  }
}
