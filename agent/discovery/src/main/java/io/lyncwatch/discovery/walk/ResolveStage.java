package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.report.Side;
import java.util.List;
import java.util.Optional;

/** Looks the entry points up at every resolver of the view, and says which lead in. */
final class ResolveStage {
  private final View view;
  private final SipDomain domain;
  private final Discovery discovery;
  private final AddressBook addresses;

  ResolveStage(View view, SipDomain domain, Discovery discovery, AddressBook addresses) {
    this.view = view;
    this.domain = domain;
    this.discovery = discovery;
    this.addresses = addresses;
  }

  /** The entry points that have addresses, in a client's order; nothing if there is none. */
  Optional<List<EntryPoint>> resolve(StageNotes notes, Deadline deadline) {
    List<LookedUp> all = lookups(deadline);
    List<EntryPoint> entries =
        all.stream()
            .filter(one -> discovery.leadsIn(view, one.entry()) && resolved(one.answers()))
            .map(LookedUp::entry)
            .toList();
    all.forEach(one -> judge(notes, one, !entries.isEmpty()));
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private record LookedUp(EntryPoint entry, List<Lookup> answers) {}

  private List<LookedUp> lookups(Deadline deadline) {
    return SideBySide.all(
        discovery.lookedUp(domain, view),
        entry -> new LookedUp(entry, addresses.lookups(entry.host(), deadline)));
  }

  private void judge(StageNotes notes, LookedUp one, boolean anyWayIn) {
    Expected expected = expected(one.entry(), anyWayIn);
    for (Lookup answer : one.answers()) {
      Optional<Finding> wrong = RecordJudge.judge(answer, expected);
      notes.lookup(answer, wrong.isEmpty());
      wrong
          .map(finding -> anyWayIn ? finding.atMost(Severity.WARNING) : finding)
          .ifPresent(notes::find);
    }
    DnsFindings.disagreement(one.answers()).ifPresent(notes::find);
  }

  /** Whatever is expected of each, one of them must resolve, or there is no way in at all. */
  private Expected expected(EntryPoint entry, boolean anyWayIn) {
    boolean nothingResolves = entry.side() == Side.EXTERNAL && !anyWayIn;
    return nothingResolves ? Expected.PRESENT : discovery.expected(view, entry);
  }

  private static boolean resolved(List<Lookup> answers) {
    return answers.stream().anyMatch(Lookup::resolved);
  }
}
