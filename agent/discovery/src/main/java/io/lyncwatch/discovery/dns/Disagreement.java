package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Resolvers of one view that do not say the same of one name, and what the authoritative servers of
 * its zone say, who are asked only then, and once a minute at most while nothing changes. One
 * inquiry asks each resolver for at most eight delegations and eight servers, and at most eight
 * servers for three records.
 *
 * @param findings the cause if it can be told, and that they disagree; empty if they agree
 * @param authorities what the authoritative servers said
 */
public record Disagreement(List<Finding> findings, List<AuthorityAnswer> authorities) {
  /**
   * The key of the evidence that names the resolver whose outdated answer leads those astray who
   * connect to the name, if it is one: nothing that it says is right any more.
   */
  public static final String MISLED_BY = "misled-by";

  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Disagreement NONE = new Disagreement(List.of(), List.of());

  /** Copies the lists. */
  public Disagreement {
    findings = List.copyOf(findings);
    authorities = List.copyOf(authorities);
  }

  /**
   * Compares, and asks further if need be.
   *
   * @param lookups of one name, one from each resolver of the view
   */
  public static Disagreement of(ViewResolvers view, List<Lookup> lookups, Deadline deadline) {
    Optional<Finding> symptom = DnsFindings.disagreement(lookups);
    if (symptom.isEmpty()) {
      return NONE;
    }
    Dispute dispute = Dispute.of(lookups);
    RecentInquiries recent = view.zones().recent();
    return recent
        .about(dispute)
        .orElseGet(() -> {
          Disagreement found = inquire(view, dispute, symptom.get(), deadline.within(LONGEST));
          if (found.explained()) {
            recent.keep(dispute, found);
          }
          return found;
        });
  }

  /** Compares only, where no time is left to ask. */
  public static Disagreement unexplained(List<Lookup> lookups) {
    return DnsFindings.disagreement(lookups)
        .map(symptom -> undetermined(symptom, "no time was left for it", List.of()))
        .orElse(NONE);
  }

  /** Whether the cause was found out. */
  private boolean explained() {
    return findings.size() > 1;
  }

  private static Disagreement inquire(
      ViewResolvers view, Dispute dispute, Finding symptom, Deadline deadline) {
    DelegationSearch search = new DelegationSearch(view, deadline);
    List<Delegation> ways =
        SideBySide.all(dispute.claims(), claim -> search.by(claim.resolver(), dispute.name()))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    Optional<Finding> mixed = DisagreementCause.mixed(dispute, ways);
    if (mixed.isPresent()) {
      return new Disagreement(List.of(mixed.get(), symptom.asConsequence()), List.of());
    }
    if (ways.isEmpty()) {
      return undetermined(symptom, "no resolver leads to those of " + dispute.name(), List.of());
    }
    String zone = ways.getFirst().zone();
    List<Authority> servers =
        ways.stream()
            .flatMap(way -> way.servers().stream())
            .distinct()
            .limit(DelegationSearch.MOST_SERVERS)
            .toList();
    List<AuthorityAnswer> answers =
        new AuthorityInquiry(view.zones(), zone, dispute.name(), deadline).ask(servers);
    return answers.stream().anyMatch(AuthorityAnswer::spoke)
        ? new Disagreement(
            List.of(DisagreementCause.told(dispute, zone, answers), symptom.asConsequence()),
            answers)
        : undetermined(symptom, DisagreementCause.inWords(answers), answers);
  }

  private static Disagreement undetermined(
      Finding symptom, String why, List<AuthorityAnswer> answers) {
    String sentence = " Its authoritative servers could not be asked which is right: " + why + ".";
    return new Disagreement(List.of(symptom.with("undetermined", sentence)), answers);
  }
}
