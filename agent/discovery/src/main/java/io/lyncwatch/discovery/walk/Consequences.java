package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.dns.Disagreement;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What follows from what, where a walk finds both: a table by reason. The cause weighs as much as
 * the worst that follows from it.
 */
final class Consequences {
  private static final Set<Reason> NOWHERE = EnumSet.of(Reason.DNS_NXDOMAIN, Reason.DNS_NO_ADDRESS);
  private static final Set<Reason> UNREACHED =
      EnumSet.of(
          Reason.DNS_NXDOMAIN,
          Reason.DNS_NO_ADDRESS,
          Reason.TCP_REFUSED,
          Reason.TCP_TIMEOUT,
          Reason.HAIRPIN_BLOCKED,
          Reason.TCP_UNREACHABLE);

  /**
   * What clients outside meet at a name of the inside, which a wildcard record may lead anywhere.
   */
  private static final Set<Reason> KEPT_OUT = union(UNREACHED, Reason.TLS_NAME_MISMATCH);

  /** What somebody meets at a host that has no certificate for the name of a record. */
  private static final Set<Reason> ELSEWHERE =
      EnumSet.of(Reason.TLS_NAME_MISMATCH, Reason.HTTPS_BROKEN_HTTP_WORKS, Reason.DNS_NO_ADDRESS);

  /** What else is there. */
  private static final Set<Reason> PAGES = EnumSet.of(Reason.HTTP_NOT_LYNC);

  /** What somebody meets at an address that a name has no more. */
  private static final Set<Reason> ASTRAY =
      EnumSet.of(
          Reason.TCP_REFUSED,
          Reason.TCP_TIMEOUT,
          Reason.TCP_UNREACHABLE,
          Reason.TLS_HANDSHAKE,
          Reason.TLS_NAME_UNKNOWN,
          Reason.TLS_NAME_MISMATCH,
          Reason.TLS_UNTRUSTED,
          Reason.TLS_EXPIRED,
          Reason.HTTP_STATUS,
          Reason.HTTP_NOT_LYNC);

  private static final List<Rule> TABLE =
      List.of(
          new Rule(Reason.DNS_CNAME_FOREIGN, ELSEWHERE, same("name")),
          new Rule(Reason.DNS_LYNC_ONLINE, ELSEWHERE, same("name")),
          new Rule(Reason.DNS_CNAME_FOREIGN, PAGES, Consequences::isShownAt),
          new Rule(Reason.DNS_LYNC_ONLINE, PAGES, Consequences::isShownAt),
          new Rule(Reason.DNS_PROPAGATING, ASTRAY, Consequences::isMetAstray),
          new Rule(Reason.DNS_AUTHORITY_STALE, ASTRAY, Consequences::isMetAstray),
          new Rule(
              Reason.CAPTIVE_PORTAL,
              EnumSet.of(
                  Reason.DNS_WILDCARD,
                  Reason.DNS_INTERNAL_RECORD_LEAKED,
                  Reason.TCP_REFUSED,
                  Reason.TCP_TIMEOUT,
                  Reason.TLS_NAME_MISMATCH,
                  Reason.TLS_UNTRUSTED,
                  Reason.TLS_NAME_UNKNOWN,
                  Reason.TLS_HANDSHAKE),
              (_, effect) -> effect.stage().compareTo(Stage.ROOT) <= 0),
          new Rule(
              Reason.HTTPS_NOT_PUBLISHED,
              EnumSet.of(Reason.TCP_REFUSED, Reason.TCP_TIMEOUT),
              same("address")),
          new Rule(Reason.ACCESS_LOCATION_WRONG, KEPT_OUT, Consequences::isLedTo),
          new Rule(
              Reason.ACCESS_LOCATION_WRONG,
              EnumSet.of(Reason.EXTERNAL_NAME_MISSING),
              Consequences::isOneOfHosts),
          new Rule(Reason.EXTERNAL_NAME_MISSING, NOWHERE, same("name")),
          new Rule(Reason.MOBILITY_INSIDE, KEPT_OUT, Consequences::sameHost));

  private record Rule(Reason cause, Set<Reason> effects, BiPredicate<Finding, Finding> related) {
    boolean links(Finding one, Finding other) {
      return one.reason() == cause && effects.contains(other.reason()) && related.test(one, other);
    }
  }

  private Consequences() {}

  private static Set<Reason> union(Set<Reason> some, Reason more) {
    Set<Reason> all = EnumSet.copyOf(some);
    all.add(more);
    return all;
  }

  /** The same findings, each in its role. */
  static List<Finding> told(List<Finding> findings) {
    List<Finding> told = new ArrayList<>();
    for (Finding finding : findings) {
      boolean follows = findings.stream().anyMatch(other -> isCause(other, finding));
      told.add(follows ? finding.asConsequence() : finding.atLeast(worst(findings, finding)));
    }
    return told;
  }

  private static boolean isCause(Finding one, Finding other) {
    return TABLE.stream().anyMatch(rule -> rule.links(one, other));
  }

  private static Severity worst(List<Finding> findings, Finding cause) {
    return findings.stream()
        .filter(other -> isCause(cause, other))
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  private static BiPredicate<Finding, Finding> same(String key) {
    return (one, other) ->
        one.evidence().containsKey(key)
            && Objects.equals(one.evidence().get(key), other.evidence().get(key));
  }

  /** What was found of a host that an answer led to, after it did. */
  private static boolean isLedTo(Finding cause, Finding effect) {
    return effect.stage().compareTo(Stage.ROOT) > 0 && isOneOfHosts(cause, effect);
  }

  private static boolean isOneOfHosts(Finding cause, Finding effect) {
    return Arrays.stream(cause.evidence().getOrDefault("hosts", "").split("[ ,;]+", -1))
        .anyMatch(host -> isAbout(host, effect));
  }

  /** What was met at a name, to which an outdated answer led. */
  private static boolean isMetAstray(Finding cause, Finding effect) {
    return cause.evidence().containsKey(Disagreement.MISLED_BY) && isMetAt(cause, effect);
  }

  /** The same over http; who shows a page over https has the certificate for the name. */
  private static boolean isShownAt(Finding cause, Finding effect) {
    return isMetAt(cause, effect) && !effect.where().contains("https://");
  }

  /** What the entry showed that has a name. */
  private static boolean isMetAt(Finding cause, Finding effect) {
    String name = cause.evidence().getOrDefault("name", "");
    return effect.stage() == Stage.ROOT
        && (isAbout(name, effect)
            || effect.where().startsWith(name + ":")
            || effect.where().contains("://" + name + "/"));
  }

  private static boolean sameHost(Finding cause, Finding effect) {
    return isAbout(cause.evidence().getOrDefault("name", ""), effect);
  }

  /** Whether something was found of a name, or of an endpoint at that name. */
  private static boolean isAbout(String name, Finding finding) {
    return name.equals(finding.evidence().get("name"))
        || finding.evidence().getOrDefault("endpoint", "").startsWith(name + ":");
  }
}
