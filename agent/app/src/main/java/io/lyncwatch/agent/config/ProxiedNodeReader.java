package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.report.Side;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands below {@code behind-proxy}. */
final class ProxiedNodeReader {
  private static final int HTTPS = 4443;
  private static final int HTTP = 8080;

  private final List<SipDomain> domains;
  private final Set<String> taken = new HashSet<>();
  private final Names names = new Names("a node");

  /**
   * @param domains those that are watched; their other entry points have names that nodes cannot
   *     have
   */
  ProxiedNodeReader(List<MonitoredDomain> domains) {
    this.domains = domains.stream().map(MonitoredDomain::domain).toList();
    domains.forEach(domain -> taken.addAll(domain.pools().external()));
    for (DiscoveryRecord record : DiscoveryRecord.values()) {
      taken.add(record.label());
    }
    for (Side side : Side.values()) {
      taken.add("manual_" + side.label());
    }
  }

  Optional<ProxiedNode> node(Section section) {
    Optional<String> name = section.requiredValue("name", this::name);
    Optional<String> address = section.requiredValue("address", ProxiedNodeReader::address);
    int https = section.value("https", ProxiedNodeReader::port).orElse(HTTPS);
    int http = section.value("http", ProxiedNodeReader::port).orElse(HTTP);
    List<SipDomain> served = section.get("domains").map(this::served).orElse(domains);
    section.end();
    return name.flatMap(n -> address.map(a -> new ProxiedNode(n, a, https, http, served)));
  }

  private String name(String text) {
    if (taken.contains(text)) {
      throw new IllegalArgumentException("there already is an entry point '" + text + "'");
    }
    return names.apply(text);
  }

  private static String address(String text) {
    Optional<String> literal =
        AddressLiteral.parse(text.replaceFirst("^\\[(.*)]$", "$1"))
            .map(InetAddress::getHostAddress);
    if (literal.isEmpty() && text.contains(":")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no host name or address: ports stand under 'https' and 'http'");
    }
    return literal.orElseGet(() -> WholeNames.parse(text));
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("'" + text + "' is not a port between 1 and 65535");
    }
    return Integer.parseInt(text);
  }

  private List<SipDomain> served(Setting list) {
    return list.someItems().stream().flatMap(item -> item.parsed(this::watched).stream()).toList();
  }

  private SipDomain watched(String text) {
    SipDomain domain = new SipDomain(text);
    if (!domains.contains(domain)) {
      throw new IllegalArgumentException("'" + domain + "' is none of the domains to watch");
    }
    return domain;
  }
}
