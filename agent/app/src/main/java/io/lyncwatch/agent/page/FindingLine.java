package io.lyncwatch.agent.page;

import io.lyncwatch.agent.report.SelfConnection;
import io.lyncwatch.discovery.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One fact that one or more runs have found, told once.
 *
 * @param reason its code
 * @param where the hosts, URLs or records that it is about
 * @param users what people see on their phones
 * @param evidence what was seen; a key that runs saw differently has all their values
 * @param seenBy the runs that found it, for example {@code sign-in of alice, outside}
 */
public record FindingLine(
    String reason,
    Severity severity,
    List<String> where,
    String cause,
    String cure,
    String users,
    List<Evidence> evidence,
    List<String> seenBy) {
  /** Copies the lists. */
  public FindingLine {
    where = List.copyOf(where);
    evidence = List.copyOf(evidence);
    seenBy = List.copyOf(seenBy);
  }

  /** That on the agent itself, if it is cut off. */
  static Optional<FindingLine> onAgent(SelfConnection connection) {
    return connection
        .lost()
        .map(finding ->
            new FindingLine(
                finding.reason().code(),
                finding.severity(),
                List.of(finding.where()),
                finding.cause(),
                finding.cure(),
                finding.reason().users(),
                List.of(new Evidence("since", connection.since().toString())),
                List.of("the agent itself")));
  }

  /** Something that was seen. */
  public record Evidence(String key, String value) {}
}
