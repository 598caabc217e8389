package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.AddressBook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks both discovery records up at every resolver of the view, and says which lead in. */
final class ResolveStage {
  private final View view;
  private final SipDomain domain;
  private final Expectations expectations;
  private final AddressBook addresses;

  ResolveStage(View view, SipDomain domain, Expectations expectations, AddressBook addresses) {
    this.view = view;
    this.domain = domain;
    this.expectations = expectations;
    this.addresses = addresses;
  }

  /** The entry points that have addresses, in a client's order; nothing if there is none. */
  Optional<List<EntryPoint>> resolve(StageNotes notes, Deadline deadline) {
    Map<DiscoveryRecord, List<Lookup>> lookups = lookups(deadline);
    List<EntryPoint> entries =
        lookups.entrySet().stream()
            .filter(entry -> leadsIn(entry.getKey()) && resolved(entry.getValue()))
            .map(entry -> EntryPoint.of(entry.getKey(), domain))
            .toList();
    lookups.forEach((record, answers) -> judge(notes, record, answers, !entries.isEmpty()));
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  /** An internal record that resolves outside is a finding, not a way in. */
  private boolean leadsIn(DiscoveryRecord record) {
    return view != View.EXTERNAL || record == DiscoveryRecord.LYNCDISCOVER;
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
    return domain.record(record);
  }

  private void judge(
      StageNotes notes, DiscoveryRecord record, List<Lookup> answers, boolean anotherWayIn) {
    Expected expected = expected(record, anotherWayIn);
    for (Lookup answer : answers) {
      Optional<Finding> wrong = RecordJudge.judge(answer, expected);
      notes.lookup(answer, wrong.isEmpty());
      wrong
          .map(finding -> anotherWayIn ? finding.atMost(Severity.WARNING) : finding)
          .ifPresent(notes::find);
    }
    DnsFindings.disagreement(answers).ifPresent(notes::find);
  }

  /** Whatever is expected of each, one of the two must resolve, or there is no way in at all. */
  private Expected expected(DiscoveryRecord record, boolean anyWayIn) {
    boolean nothingResolves = record == DiscoveryRecord.LYNCDISCOVER && !anyWayIn;
    return nothingResolves ? Expected.PRESENT : expectations.of(view, record);
  }

  private static boolean resolved(List<Lookup> answers) {
    return answers.stream().anyMatch(Lookup::resolved);
  }
}
