package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Disagreement;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.Wildcard;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Network;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks both discovery records up at every resolver of the view, and says which lead in. */
final class ResolveStage {
  private final Network network;
  private final TrustRule trust;
  private final Expectations expectations;
  private final AddressBook addresses;

  ResolveStage(Network network, TrustRule trust, Expectations expectations, AddressBook addresses) {
    this.network = network;
    this.trust = trust;
    this.expectations = expectations;
    this.addresses = addresses;
  }

  /** The entry points that have addresses, in a client's order; nothing if there is none. */
  Optional<List<EntryPoint>> resolve(StageNotes notes, Deadline deadline) {
    Map<DiscoveryRecord, List<Lookup>> lookups = lookups(deadline);
    List<EntryPoint> entries =
        lookups.entrySet().stream()
            .filter(entry -> leadsIn(entry.getKey()) && resolved(entry.getValue()))
            .map(entry -> EntryPoint.of(entry.getKey(), trust.domain()))
            .toList();
    Map<Resolver, Wildcard> wildcards = wildcards(lookups.values(), deadline);
    lookups.forEach((record, answers) -> {
      Expected expected = expected(record, !entries.isEmpty());
      judge(notes, answers, expected, !entries.isEmpty(), wildcards);
      notes.disagreement(Disagreement.of(network.resolvers(), answers, deadline));
    });
    wildcards.values().forEach(notes::stray);
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  /** An internal record that resolves outside is a finding, not a way in. */
  private boolean leadsIn(DiscoveryRecord record) {
    return network.view() != View.EXTERNAL || record == DiscoveryRecord.LYNCDISCOVER;
  }

  private Map<DiscoveryRecord, List<Lookup>> lookups(Deadline deadline) {
    var both =
        SideBySide.run(
            () -> addresses.lookups(name(DiscoveryRecord.LYNCDISCOVERINTERNAL), deadline),
            () -> addresses.lookups(name(DiscoveryRecord.LYNCDISCOVER), deadline));
    Map<DiscoveryRecord, List<Lookup>> lookups = new EnumMap<>(DiscoveryRecord.class);
    lookups.put(DiscoveryRecord.LYNCDISCOVERINTERNAL, both.first());
    lookups.put(DiscoveryRecord.LYNCDISCOVER, both.second());
    return lookups;
  }

  private String name(DiscoveryRecord record) {
    return trust.domain().record(record);
  }

  /** One random name at each resolver where it matters. */
  private Map<Resolver, Wildcard> wildcards(Collection<List<Lookup>> lookups, Deadline deadline) {
    Deadline soon = deadline.within(network.timeouts().lookup());
    Map<Resolver, Wildcard> wildcards = new LinkedHashMap<>();
    for (Resolver resolver : network.resolvers().resolvers()) {
      List<Lookup> records =
          lookups.stream()
              .flatMap(List::stream)
              .filter(lookup -> lookup.resolver().equals(resolver))
              .toList();
      Wildcard.ask(network.resolvers(), records, trust.domain().name(), soon)
          .ifPresent(wildcard -> wildcards.put(resolver, wildcard));
    }
    return wildcards;
  }

  private void judge(
      StageNotes notes,
      List<Lookup> answers,
      Expected expected,
      boolean anotherWayIn,
      Map<Resolver, Wildcard> wildcards) {
    for (Lookup answer : answers) {
      notes.lookup(answer, RecordJudge.asExpected(answer, expected));
      Optional<Wildcard> wildcard = Optional.ofNullable(wildcards.get(answer.resolver()));
      for (Finding finding : RecordJudge.judge(answer, expected, wildcard)) {
        notes.find(anotherWayIn ? finding.atMost(Severity.WARNING) : finding);
      }
      ForeignAlias.of(trust, answer).ifPresent(notes::find);
    }
  }

  /** Whatever is expected of each, one of the two must resolve, or there is no way in at all. */
  private Expected expected(DiscoveryRecord record, boolean anyWayIn) {
    boolean nothingResolves = record == DiscoveryRecord.LYNCDISCOVER && !anyWayIn;
    return nothingResolves ? Expected.PRESENT : expectations.of(network.view(), record);
  }

  private static boolean resolved(List<Lookup> answers) {
    return answers.stream().anyMatch(Lookup::resolved);
  }
}
