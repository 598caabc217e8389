package io.lyncwatch.agent.coverage;

import io.lyncwatch.agent.report.LastPresented;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What endpoints presented when they were looked at last. */
public final class Captures {
  private final Map<TargetId, List<Facts.Presented>> presented = new HashMap<>();
  private final Set<TargetId> refused = new HashSet<>();

  private Captures() {}

  /** Those among some reports, of any probes. */
  public static Captures in(Stream<Report> reports) {
    Captures captures = new Captures();
    reports.forEach(report -> captures.put(report.target(), LastPresented.NOTHING.after(report)));
    return captures;
  }

  /**
   * The last of each endpoint, also of one that presents nothing just now: which names its
   * certificate covers does not depend on that.
   */
  public static Captures last(Collection<TargetState> states) {
    Captures captures = new Captures();
    states.forEach(state -> captures.put(state.target(), state.presented()));
    return captures;
  }

  private void put(TargetId target, LastPresented last) {
    if (!last.all().isEmpty()) {
      presented.put(target, last.all());
    }
    if (last.refused()) {
      refused.add(target);
    }
  }

  /** Whether an address turned clients away because it has no certificate for the name. */
  boolean refused(View view, Endpoint endpoint) {
    return refused.contains(target(view, endpoint));
  }

  private static TargetId target(View view, Endpoint endpoint) {
    return new TargetId(ProbeKind.CERTIFICATE, view, "", endpoint.toString());
  }

  /** One for each address that presented a certificate. */
  List<Facts.Presented> of(View view, Endpoint endpoint) {
    return presented.getOrDefault(target(view, endpoint), List.of());
  }
}
