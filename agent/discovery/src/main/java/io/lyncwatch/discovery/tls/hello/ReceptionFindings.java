package io.lyncwatch.discovery.tls.hello;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What auditors, and those who look after old devices, have against a {@link Reception}. */
public final class ReceptionFindings {
  private ReceptionFindings() {}

  /**
   * At most one finding of each reason.
   *
   * @param tooOld whether its newest version is refused, which is found by itself; what is merely
   *     as old is then not found once more
   * @param where the endpoint
   */
  public static List<Finding> of(Reception reception, boolean tooOld, Stage stage, String where) {
    List<Finding> findings = new ArrayList<>();
    Accepted accepted = reception.accepted();
    boolean broken = accepted.brokenAllowed();
    if (broken || (!tooOld && !accepted.complaints().isEmpty())) {
      String complaints = String.join(", ", accepted.complaints());
      findings.add(
          Finding.of(
                  Reason.TLS_PROTOCOL_WEAK, stage, where, evidence(where, "accepted", complaints))
              .atMost(broken ? Severity.WARNING : Severity.INFO));
    }
    reception
        .withoutName()
        .map(instead ->
            Finding.of(Reason.TLS_SNI_NEEDED, stage, where, evidence(where, "instead", instead)))
        .ifPresent(findings::add);
    return List.copyOf(findings);
  }

  private static Map<String, String> evidence(String where, String key, String value) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("endpoint", where);
    evidence.put(key, value);
    return evidence;
  }
}
