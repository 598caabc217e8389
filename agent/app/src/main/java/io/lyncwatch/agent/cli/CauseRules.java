package io.lyncwatch.agent.cli;

import io.lyncwatch.discovery.finding.Notice;
import io.lyncwatch.discovery.finding.Reason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for Prometheus: an alert for each reason that is told of by a ticket. */
final class CauseRules {
  private static final String HEAD =
      """
      # Tickets by cause, for Prometheus 2.42 or newer. Written by "lyncwatch reasons --output rules": do not change it by hand.
      #
      # One for each reason that somebody has to act on, with its cause and cure. What only follows from another finding is
      # never told of. By default dns runs every 30 s, entry and sign_in every 60 s, certificate every hour, and a target whose
      # outcome has turned runs again after 15 s (recheck). One failed run among good ones is seen for 15 s + the good run (10 s
      # is slow) + one scrape of 15 s = 40 s: "for: 45s" and "for: 2m" need a second one. A ticket for a resolver that is silent
      # comes after at most 30 s (interval) + 5 s (run) + 15 s (scrape) + 15 s (evaluation) + 45 s (for) + 10 s (group_wait) =
      # 120 s. "keep_firing_for: 5m" is 2 * (60 s (interval) + 50 s (the longest run)) + one scrape with a margin: two runs that
      # could not tell do not end it.
      groups:
        - name: lyncwatch-causes
          rules:
      """;

  private CauseRules() {}

  /** The file of rules for those of the reasons that deserve one. */
  static String of(List<Reason> reasons) {
    return HEAD
        + reasons.stream()
            .filter(reason -> reason.notice() == Notice.TICKET)
            .map(CauseRules::rule)
            .collect(Collectors.joining("\n"));
  }

  private static String rule(Reason reason) {
    return """
          - alert: %1$s
            expr: count by (vantage, view, domain) (lyncwatch_finding{reason="%2$s", role="primary", severity!="info"}) > 0
            for: %3$s
            keep_firing_for: 5m
            labels: {severity: warning, reason: %2$s}
            annotations:
              summary: "{{ with $labels.domain }}{{ . }}: {{ end }}%2$s ({{ $labels.view }} view)"
              description: "%4$s %5$s Seen from {{ $labels.vantage }} by {{ range $i, $finding := query (printf `topk(10, count by (probe, target) (lyncwatch_finding{reason='%2$s', role='primary', severity!='info', vantage=%%q, view=%%q, domain=%%q}))` $labels.vantage $labels.view $labels.domain) }}{{ if $i }}, {{ end }}{{ $finding.Labels.probe }} of {{ $finding.Labels.target }}{{ end }}."
              runbook_url: https://git.example/lyncwatch/%6$s
    """
        .formatted(
            alert(reason),
            reason.code(),
            patience(reason),
            escaped(reason.generalCause()),
            escaped(reason.generalCure()),
            Runbook.of(reason));
  }

  private static String alert(Reason reason) {
    return Stream.of(reason.code().split("_", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "Lyncwatch", ""));
  }

  /** Names are asked for twice as often as anything else, so that less time makes as sure. */
  private static String patience(Reason reason) {
    return reason.code().startsWith("dns_") ? "45s" : "2m";
  }

  /** As a text between quotation marks of YAML. */
  private static String escaped(String sentence) {
    return sentence.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
