package io.lyncwatch.agent.change;

import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Names;
import io.lyncwatch.discovery.report.Report;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses of the names that one resolver is asked for. An answer that does not say which
 * there are, of whichever type, changes nothing.
 */
record AddressWatch(Map<String, AddressSet> byName) implements Watch {
  static final AddressWatch NOTHING = new AddressWatch(Map.of());

  @Override
  public Step after(Report report) {
    if (!(report.facts() instanceof Facts.Dns(List<Facts.RecordLookup> lookups))) {
      return Step.quiet(this);
    }
    Map<String, AddressSet> next = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (Facts.RecordLookup asked : lookups) {
      Lookup lookup = asked.lookup();
      if (next.containsKey(lookup.name())) {
        continue; // one name may be asked for twice, as the web name of both sides
      }
      AddressSet before = byName.get(lookup.name());
      if (before != null && !tells(lookup)) {
        next.put(lookup.name(), before);
      } else if (before == null && tells(lookup)) {
        next.put(lookup.name(), AddressSet.begin(addresses(lookup), report.endedAt()));
      } else if (before != null) {
        AddressSet now = before.after(addresses(lookup), report.endedAt());
        next.put(lookup.name(), now);
        if (!now.told().equals(before.told())) {
          changes.add(change(lookup, before, now));
        }
      }
    }
    return new Step(new AddressWatch(Map.copyOf(next)), changes);
  }

  private static boolean tells(Lookup lookup) {
    return lookup.a().tells() && lookup.aaaa().tells();
  }

  private static Set<String> addresses(Lookup lookup) {
    return lookup.addresses().stream()
        .map(InetAddress::getHostAddress)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Change change(Lookup lookup, AddressSet before, AddressSet now) {
    return new Change.Members(
        Change.Kind.ADDRESSES,
        lookup.name() + " at " + lookup.resolver().name(),
        Names.of(before.told()),
        Names.of(now.told()));
  }
}
