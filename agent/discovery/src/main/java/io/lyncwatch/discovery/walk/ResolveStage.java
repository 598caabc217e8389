package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.dns.Disagreement;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.Wildcard;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.FollowUps;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.report.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks the entry points up at every resolver of the view, and says which lead in. */
final class ResolveStage {
  private final Network network;
  private final TrustRule trust;
  private final Discovery discovery;
  private final AddressBook addresses;
  private final FollowUps followUps;

  ResolveStage(
      Network network,
      TrustRule trust,
      Discovery discovery,
      AddressBook addresses,
      FollowUps followUps) {
    this.network = network;
    this.trust = trust;
    this.discovery = discovery;
    this.addresses = addresses;
    this.followUps = followUps;
  }

  /** The entry points that have addresses, in a client's order; nothing if there is none. */
  Optional<List<EntryPoint>> resolve(StageNotes notes, Deadline deadline) {
    List<LookedUp> all = lookups(deadline);
    List<EntryPoint> entries =
        all.stream()
            .filter(one -> discovery.leadsIn(network.view(), one.entry()) && one.resolved())
            .map(LookedUp::entry)
            .toList();
    Map<Resolver, Wildcard> wildcards = wildcards(all, deadline);
    for (LookedUp one : all) {
      judge(notes, one, !entries.isEmpty(), wildcards);
      notes.disagreement(
          followUps
              .lookup(deadline, soon -> Disagreement.of(network.resolvers(), one.answers(), soon))
              .orElseGet(() -> Disagreement.unexplained(one.answers())));
    }
    wildcards.values().forEach(notes::stray);
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private record LookedUp(EntryPoint entry, List<Lookup> answers) {
    boolean resolved() {
      return answers.stream().anyMatch(Lookup::resolved);
    }
  }

  private List<LookedUp> lookups(Deadline deadline) {
    return SideBySide.all(
        discovery.lookedUp(trust.domain(), network.view()),
        entry -> new LookedUp(entry, addresses.lookups(entry.host(), deadline)));
  }

  /** One random name at each resolver where it matters: beside records that may be made up. */
  private Map<Resolver, Wildcard> wildcards(List<LookedUp> all, Deadline deadline) {
    Map<Resolver, Wildcard> wildcards = new LinkedHashMap<>();
    followUps
        .lookup(
            deadline,
            soon ->
                SideBySide.all(
                    network.resolvers().resolvers(), resolver -> wildcard(resolver, all, soon)))
        .stream()
        .flatMap(List::stream)
        .flatMap(Optional::stream)
        .forEach(wildcard -> wildcards.put(wildcard.stray().resolver(), wildcard));
    return wildcards;
  }

  private Optional<Wildcard> wildcard(Resolver resolver, List<LookedUp> all, Deadline deadline) {
    List<Lookup> records =
        all.stream()
            .filter(one -> one.entry() instanceof EntryPoint.Published)
            .flatMap(one -> one.answers().stream())
            .filter(lookup -> lookup.resolver().equals(resolver))
            .toList();
    return Wildcard.ask(network.resolvers(), records, trust.domain().name(), deadline);
  }

  private void judge(
      StageNotes notes, LookedUp one, boolean anyWayIn, Map<Resolver, Wildcard> wildcards) {
    Expected expected = expected(one.entry(), anyWayIn);
    for (Lookup answer : one.answers()) {
      notes.lookup(answer, RecordJudge.asExpected(answer, expected));
      Optional<Wildcard> wildcard = Optional.ofNullable(wildcards.get(answer.resolver()));
      for (Finding finding : RecordJudge.judge(answer, expected, wildcard)) {
        notes.find(anyWayIn ? finding.atMost(Severity.WARNING) : finding);
      }
      if (one.entry() instanceof EntryPoint.Published) {
        ForeignAlias.of(trust, answer).ifPresent(notes::find);
      }
    }
  }

  /** Whatever is expected of each, one of them must resolve, or there is no way in at all. */
  private Expected expected(EntryPoint entry, boolean anyWayIn) {
    boolean nothingResolves = entry.side() == Side.EXTERNAL && !anyWayIn;
    return nothingResolves ? Expected.PRESENT : discovery.expected(network.view(), entry);
  }
}
