package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.HostNames;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule that moves connections elsewhere, in the manner of curl's {@code --connect-to}. Only the
 * TCP connection moves: what clients see of the endpoint (SNI, Host, URLs) stays.
 *
 * @param host the logical host that the rule is for; absent for any
 * @param port the logical port that the rule is for; absent for any
 * @param toHost where to connect instead; absent to keep the resolved addresses
 * @param toPort where to connect instead; absent to keep the port
 */
public record ConnectTo(
    Optional<String> host, OptionalInt port, Optional<String> toHost, OptionalInt toPort) {

  /**
   * Reads {@code HOST:PORT:HOST2:PORT2}. Each part may be empty; IPv6 addresses stand in brackets.
   *
   * @throws IllegalArgumentException with a message for people if it is no such rule
   */
  public static ConnectTo parse(String rule) {
    return new ConnectToParser(rule).parse();
  }

  /** Whether the rule is for that endpoint. */
  public boolean matches(Endpoint logical) {
    return host.map(spelled(logical.host())::equalsIgnoreCase).orElse(true)
        && (port.isEmpty() || port.getAsInt() == logical.port());
  }

  /** Where connections to an endpoint really go: as the first rule that matches says. */
  public static Endpoint destination(List<ConnectTo> rules, Endpoint logical) {
    return rules.stream()
        .filter(rule -> rule.matches(logical))
        .findFirst()
        .map(rule -> rule.apply(logical))
        .orElse(logical);
  }

  private Endpoint apply(Endpoint logical) {
    return new Endpoint(toHost.orElse(logical.host()), toPort.orElse(logical.port()));
  }

  /** As it is written, IPv6 addresses in brackets. */
  @Override
  public String toString() {
    return bracketed(host) + ":" + digits(port) + ":" + bracketed(toHost) + ":" + digits(toPort);
  }

  private static String bracketed(Optional<String> host) {
    return host.map(name -> name.contains(":") ? "[" + name + "]" : name).orElse("");
  }

  private static String digits(OptionalInt port) {
    return port.isPresent() ? Integer.toString(port.getAsInt()) : "";
  }

  /** One host part: a name in canonical form, or an address literal without brackets. */
  static String host(String written) {
    String spelled = spelled(written.strip());
    return spelled.contains(":") ? spelled : spelled(HostNames.canonical(spelled));
  }

  /** Address literals in one spelling, so that {@code ::1} is {@code 0:0:0:0:0:0:0:1}. */
  private static String spelled(String host) {
    return AddressLiteral.parse(host).map(InetAddress::getHostAddress).orElse(host);
  }
}
