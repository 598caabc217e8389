package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How clients of a SIP domain find its service: by the discovery records, or by manual URLs, which
 * make the records needless.
 *
 * @param expectations what resolvers should say of the records
 * @param manual at most one for each side, the internal one first; with any of them clients do not
 *     look the records up
 */
public record Discovery(Expectations expectations, List<EntryPoint.Manual> manual) {
  /** Copies the list. */
  public Discovery {
    manual = List.copyOf(manual);
  }

  /** By the discovery records. */
  public static Discovery byRecords(Expectations expectations) {
    return new Discovery(expectations, List.of());
  }

  /** The entry points that a client in this view tries, in its order. */
  public List<EntryPoint> entries(SipDomain domain, View view) {
    return all(domain).filter(entry -> leadsIn(view, entry)).toList();
  }

  /**
   * The entry points whose names are worth looking up: those that lead in, and records that should
   * not be there.
   */
  List<EntryPoint> lookedUp(SipDomain domain, View view) {
    return manual.isEmpty() ? all(domain).toList() : entries(domain, view);
  }

  /** An internal record that resolves outside is a finding, not a way in. */
  boolean leadsIn(View view, EntryPoint entry) {
    return view != View.EXTERNAL || entry.side() == Side.EXTERNAL;
  }

  /** What a resolver of a view should say of an entry point's name. */
  public Expected expected(View view, EntryPoint entry) {
    return switch (entry) {
      case EntryPoint.Published(DiscoveryRecord record, var domain) ->
          expectations.of(view, record);
      // Where the operator did not say which side the resolvers show, they may well be outside.
      case EntryPoint.Manual url
          when view == View.ANY && url.side() == Side.INTERNAL && manual.size() > 1 ->
          Expected.ANY;
      case EntryPoint.Manual url -> Expected.PRESENT;
      case EntryPoint.Pool pool when view == View.ANY && pool.side() == Side.INTERNAL ->
          Expected.ANY;
      case EntryPoint.Pool pool -> Expected.PRESENT;
      case EntryPoint.Node node -> Expected.PRESENT;
    };
  }

  /** The name that the reverse proxy is asked for first by clients outside. */
  public String publishedName(SipDomain domain) {
    return entries(domain, View.EXTERNAL).stream()
        .findFirst()
        .map(EntryPoint::host)
        .orElseGet(() -> domain.record(DiscoveryRecord.LYNCDISCOVER));
  }

  /** The hosts of manual URLs: clients ask for these names instead of the records. */
  public List<WebName> webNames() {
    return manual.stream().map(url -> new WebName(url.side(), url.host())).toList();
  }

  /** Whether anything is expected of a record: of none beside manual URLs, unless told. */
  public boolean concerns(DiscoveryRecord record) {
    return manual.isEmpty() || expectations.told(record).isPresent();
  }

  private Stream<EntryPoint> all(SipDomain domain) {
    return manual.isEmpty()
        ? Arrays.stream(DiscoveryRecord.values())
            .map(record -> new EntryPoint.Published(record, domain))
        : manual.stream().map(url -> url);
  }
}
