package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.dns.Dispute.Claim;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Why resolvers disagree, by what the authoritative servers of the zone say. */
final class DisagreementCause {
  private DisagreementCause() {}

  /** They lead to different servers, so they show different sides of split DNS. */
  static Optional<Finding> mixed(Dispute dispute, List<Delegation> ways) {
    boolean apart = ways.stream().anyMatch(one -> ways.stream().anyMatch(one::leadsElsewhereThan));
    String sides = ways.stream().map(Delegation::inWords).collect(Collectors.joining("; "));
    return apart
        ? Optional.of(finding(Reason.DNS_VIEWS_MIXED, dispute, Map.of("sides", sides)))
        : Optional.empty();
  }

  /**
   * By what the servers say of the name: all the same, then a resolver is behind; else one of them
   * is. Serials alone prove nothing where each server counts for itself, as Active Directory's do.
   *
   * @param answers at least one of which could tell
   */
  static Finding told(Dispute dispute, String zone, List<AuthorityAnswer> answers) {
    List<AuthorityAnswer> heard = answers.stream().filter(AuthorityAnswer::spoke).toList();
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("zone", zone);
    if (heard.size() < answers.size()) {
      List<AuthorityAnswer> unheard = answers.stream().filter(answer -> !answer.spoke()).toList();
      evidence.put("unheard", " Not heard: " + inWords(unheard) + ".");
    }
    Set<Set<String>> sayings =
        heard.stream().map(AuthorityAnswer::says).collect(Collectors.toSet());
    return sayings.size() == 1
        ? propagating(dispute, heard, evidence)
        : stale(dispute, heard, evidence);
  }

  /** Each server with what it said. */
  static String inWords(List<AuthorityAnswer> answers) {
    return answers.stream()
        .map(answer -> answer.server() + ": " + answer.inWords())
        .collect(Collectors.joining("; "));
  }

  private static Finding propagating(
      Dispute dispute, List<AuthorityAnswer> heard, Map<String, String> evidence) {
    Set<String> right = heard.getFirst().says();
    List<Claim> behind =
        dispute.claims().stream().filter(claim -> !claim.says().equals(right)).toList();
    evidence.put("answer", Dispute.inWords(right));
    evidence.put(
        "resolvers",
        behind.stream().map(claim -> claim.resolver().name()).collect(Collectors.joining(", ")));
    long negative = heard.stream().mapToLong(a -> a.negativeSeconds().orElse(0)).max().orElse(0);
    OptionalLong longest =
        behind.stream().mapToLong(claim -> claim.ttlSeconds().orElse(negative)).max();
    longest.ifPresent(seconds -> evidence.put("longest", seconds + " s"));
    dispute
        .believed()
        .filter(claim -> Collections.disjoint(claim.says(), right))
        .ifPresent(claim -> evidence.put(Disagreement.MISLED_BY, claim.resolver().name()));
    return finding(Reason.DNS_PROPAGATING, dispute, evidence);
  }

  private static Finding stale(
      Dispute dispute, List<AuthorityAnswer> heard, Map<String, String> evidence) {
    evidence.put("said", inWords(heard));
    List<AuthorityAnswer> behind = behind(heard);
    if (!behind.isEmpty()) {
      evidence.put("servers", servers(behind));
    }
    dispute
        .believed()
        .filter(claim -> behind.stream().anyMatch(answer -> answer.says().equals(claim.says())))
        .filter(claim ->
            heard.stream()
                .filter(answer -> !behind.contains(answer))
                .allMatch(answer -> Collections.disjoint(answer.says(), claim.says())))
        .ifPresent(claim -> evidence.put(Disagreement.MISLED_BY, claim.resolver().name()));
    return finding(Reason.DNS_AUTHORITY_STALE, dispute, evidence);
  }

  /** Those that say something else than the newest copy, if all copies that agree are as new. */
  private static List<AuthorityAnswer> behind(List<AuthorityAnswer> heard) {
    Map<Set<String>, Set<OptionalLong>> serials =
        heard.stream()
            .collect(
                Collectors.groupingBy(
                    AuthorityAnswer::says,
                    Collectors.mapping(AuthorityAnswer::serial, Collectors.toSet())));
    boolean serialsTell = serials.values().stream().allMatch(same -> same.size() == 1);
    return heard.stream()
        .filter(answer -> serialsTell && heard.stream().anyMatch(answer::isBehind))
        .toList();
  }

  private static String servers(List<AuthorityAnswer> answers) {
    return answers.stream().map(AuthorityAnswer::server).collect(Collectors.joining(", "));
  }

  private static Finding finding(Reason reason, Dispute dispute, Map<String, String> evidence) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("name", dispute.name());
    all.putAll(evidence);
    return Finding.of(reason, Stage.RESOLVE, dispute.name(), all);
  }
}
