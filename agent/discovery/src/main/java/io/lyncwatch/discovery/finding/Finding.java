package io.lyncwatch.discovery.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One diagnosed fact.
 *
 * @param where the host, URL or record that it is about, safe to show
 * @param evidence what was seen, in order; the values fill the placeholders of the reason's cause
 *     and cure, and never hold a secret
 */
public record Finding(
    Reason reason,
    Severity severity,
    Role role,
    Stage stage,
    String where,
    Map<String, String> evidence) {

  /** The key of the evidence that says at how many of several nodes it was found, and at which. */
  public static final String NODES = "nodes";

  /**
   * @throws IllegalArgumentException if the reason cannot occur in that stage
   */
  public Finding {
    if (!reason.stages().contains(stage)) {
      throw new IllegalArgumentException(reason + " does not occur in " + stage);
    }
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }

  /** A primary finding of the reason's own severity. */
  public static Finding of(Reason reason, Stage stage, String where, Map<String, String> evidence) {
    return new Finding(reason, reason.severity(), Role.PRIMARY, stage, where, evidence);
  }

  /** The same fact, but no worse than {@code ceiling}. */
  public Finding atMost(Severity ceiling) {
    return severity.compareTo(ceiling) <= 0
        ? this
        : new Finding(reason, ceiling, role, stage, where, evidence);
  }

  /** The same fact, but no milder than {@code floor}. */
  public Finding atLeast(Severity floor) {
    return severity.compareTo(floor) >= 0
        ? this
        : new Finding(reason, floor, role, stage, where, evidence);
  }

  /** The same fact by a reason that says more of it. */
  public Finding named(Reason sharper) {
    return new Finding(sharper, severity, role, stage, where, evidence);
  }

  /** The same fact as something that follows from another one. */
  public Finding asConsequence() {
    return new Finding(reason, severity, Role.CONSEQUENCE, stage, where, evidence);
  }

  /** The same fact with one more piece of evidence, unless it has that already. */
  public Finding with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(evidence);
    more.putIfAbsent(key, value);
    return new Finding(reason, severity, role, stage, where, more);
  }

  /**
   * One sentence on why, with what was seen filled in; and another on where, if several nodes were
   * asked.
   */
  public String cause() {
    String cause = Wording.fill(reason.cause(), evidence);
    String nodes = evidence.get(NODES);
    return nodes == null ? cause : cause + " Seen at " + nodes + ".";
  }

  /** One sentence on what to do, with what was seen filled in. */
  public String cure() {
    return Wording.fill(reason.cure(), evidence);
  }
}
