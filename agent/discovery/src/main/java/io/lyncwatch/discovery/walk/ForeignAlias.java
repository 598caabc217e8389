package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A discovery record whose CNAME chain ends outside of the SIP domain and the trusted ones. By
 * itself that is worth knowing; it is the cause where nobody there has a certificate for the
 * record's name.
 */
public final class ForeignAlias {
  /** The front door of Lync Online, {@code webdir.online.lync.com}, and its forests stood here. */
  private static final String LYNC_ONLINE = "online.lync.com";

  private ForeignAlias() {}

  /** Tells it from the answer of one resolver. */
  public static Optional<Finding> of(TrustRule trust, Lookup record) {
    DnsAnswer answer = record.a().aliases().isEmpty() ? record.aaaa() : record.a();
    List<String> aliases = answer.aliases();
    Optional<String> online =
        aliases.stream().filter(alias -> HostNames.isWithin(alias, LYNC_ONLINE)).findFirst();
    if (online.isPresent()) {
      return Optional.of(finding(Reason.DNS_LYNC_ONLINE, trust, record, online.get()));
    }
    return aliases.isEmpty() || trust.isOurs(aliases.getLast())
        ? Optional.empty()
        : Optional.of(finding(Reason.DNS_CNAME_FOREIGN, trust, record, aliases.getLast()));
  }

  private static Finding finding(Reason reason, TrustRule trust, Lookup record, String target) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("name", record.name());
    evidence.put("target", target);
    evidence.put("domain", trust.domain().name());
    return Finding.of(reason, Stage.RESOLVE, record.name(), evidence);
  }
}
