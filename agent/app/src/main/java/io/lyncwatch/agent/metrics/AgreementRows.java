package io.lyncwatch.agent.metrics;

import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.report.Facts;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the resolvers of one view agree on a name. The order of addresses is of no account, nor
 * whether "none" is said as no data or as NXDOMAIN. A resolver that did not answer for one type has
 * no say in it.
 */
final class AgreementRows {
  private AgreementRows() {}

  /** One name as one resolver sees it, asked for a SIP domain. */
  record DomainLookup(String domain, Facts.RecordLookup asked) {
    Name name() {
      return new Name(domain, asked.record(), asked.lookup().name());
    }
  }

  record Name(String domain, Facts.RecordKind record, String name) {}

  static void write(List<DomainLookup> lookups, Rows.Seen rows) {
    Map<Name, List<Lookup>> byName =
        lookups.stream()
            .collect(
                Collectors.groupingBy(
                    DomainLookup::name,
                    Collectors.mapping(l -> l.asked().lookup(), Collectors.toList())));
    byName.forEach((name, seen) ->
        Stream.of(agreement(seen, Lookup::a), agreement(seen, Lookup::aaaa))
            .flatMap(Optional::stream)
            .forEach(agreed ->
                rows.all(
                    MetricCatalogue.DNS_AGREEMENT,
                    agreed,
                    name.domain(),
                    name.record().label(),
                    name.name())));
  }

  /** Empty if fewer than two resolvers answered. */
  private static Optional<Boolean> agreement(
      List<Lookup> lookups, Function<Lookup, DnsAnswer> type) {
    Map<String, Set<InetAddress>> byResolver =
        lookups.stream()
            .map(type)
            .filter(DnsAnswer::tells)
            .collect(
                Collectors.toMap(
                    answer -> answer.resolver().name(),
                    answer -> Set.copyOf(answer.addresses()),
                    (one, same) -> one));
    return byResolver.size() < 2
        ? Optional.empty()
        : Optional.of(Set.copyOf(byResolver.values()).size() == 1);
  }
}
