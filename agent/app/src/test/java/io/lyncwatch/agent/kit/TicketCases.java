package io.lyncwatch.agent.kit;

import io.lyncwatch.discovery.finding.Notice;
import io.lyncwatch.discovery.finding.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What promtool is to try with each alert that is made from a reason: a cause alone raises it, not
 * what follows from one nor what is only worth knowing; it waits, goes on for a while, and says
 * cause and cure.
 */
public final class TicketCases {
  private static final JsonMapper JSON = new JsonMapper();

  private TicketCases() {}

  /** A file for {@code promtool test rules}; in one case, as each case evaluates all rules. */
  public static String file() {
    return """
    rule_files: [%s]
    evaluation_interval: 15s
    tests:
      - name: each fires for a cause alone, says the cure, and resolves
        interval: 15s
        input_series:
    %s\
        alert_rule_test:
    %s\
    """
        .formatted(text(Kit.CAUSES), each(TicketCases::given), each(TicketCases::looks));
  }

  private static String each(Function<Reason, String> part) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.notice() == Notice.TICKET)
        .map(part)
        .collect(Collectors.joining());
  }

  /** A cause from the first minute until the sixth, and what is none all the while. */
  private static String given(Reason reason) {
    return """
          - {series: %s, values: _x4 1x20 stale}
          - {series: %s, values: 1x60}
          - {series: %s, values: 1x60}
    """
        .formatted(
            series(reason, "a.example", "primary", "error"),
            series(reason, "b.example", "consequence", "error"),
            series(reason, "b.example", "primary", "info"));
  }

  private static String looks(Reason reason) {
    Kit.Alert alert =
        Kit.alerts().stream()
            .filter(candidate -> reason.code().equals(candidate.labels().get("reason")))
            .findFirst()
            .orElseThrow();
    return """
          - {alertname: %1$s, eval_time: %2$ds}
          - {alertname: %1$s, eval_time: %3$ds, exp_alerts: [%4$s]}
          - {alertname: %1$s, eval_time: 10m30s, exp_alerts: [%4$s]}
          - {alertname: %1$s, eval_time: 11m15s}
    """
        .formatted(alert.name(), 45 + seconds(alert), 60 + seconds(alert), expected(reason));
  }

  private static long seconds(Kit.Alert alert) {
    return Duration.parse("PT" + alert.holdFor()).toSeconds();
  }

  private static String series(Reason reason, String domain, String role, String severity) {
    return text(
        """
        lyncwatch_finding{probe="entry", target="lyncdiscover", stage="root", view="external", \
        vantage="hq", reason="%s", domain="%s", role="%s", severity="%s"}\
        """
            .formatted(reason.code(), domain, role, severity));
  }

  private static String expected(Reason reason) {
    return """
    {exp_labels: {severity: warning, reason: %1$s, vantage: hq, view: external, \
    domain: a.example}, exp_annotations: {summary: "a.example: %1$s (external view)", \
    description: %2$s, \
    runbook_url: "https://git.example/lyncwatch/alerts/runbooks/%1$s.md"}}\
    """
        .formatted(
            reason.code(),
            text(
                "%s %s Seen from hq by entry of lyncdiscover."
                    .formatted(reason.generalCause(), reason.generalCure())));
  }

  /** YAML takes the strings of JSON. */
  private static String text(Object value) {
    return JSON.writeValueAsString(value instanceof Path path ? path.toString() : value);
  }
}
