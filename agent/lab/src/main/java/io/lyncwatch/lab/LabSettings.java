package io.lyncwatch.lab;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the lab is to be built.
 *
 * @param topology which servers stand there
 * @param domains SIP domains, lower case, the main one first
 * @param extraDomains how many more, named {@code tenant001.example} and so on
 * @param users in addition to those that every SIP domain has
 * @param faults applied in this order
 * @param clock the lab's time: certificates and tickets are valid around it
 * @param random makes passwords, keys of tickets and challenges; must be safe for many threads
 */
public record LabSettings(
    TopologyKind topology,
    List<String> domains,
    int extraDomains,
    List<User> users,
    List<Fault> faults,
    LabPorts ports,
    InstantSource clock,
    RandomGenerator random) {

  private static final int HOSTED_DOMAINS = 50;

  /** Copies the lists, and makes the domains lower case. */
  public LabSettings {
    domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).distinct().toList();
    users = List.copyOf(users);
    faults = List.copyOf(faults);
    if (domains.isEmpty() || extraDomains < 0) {
      throw new IllegalArgumentException("the lab needs at least one SIP domain");
    }
  }

  /** One healthy SIP domain, {@code contoso.example}, on free ports. */
  public static LabSettings defaults() {
    return new LabSettings(
        TopologyKind.DIRECTOR,
        List.of("contoso.example"),
        0,
        List.of(),
        List.of(),
        LabPorts.FREE,
        InstantSource.system(),
        new SecureRandom());
  }

  /** The same with other servers. */
  public LabSettings withTopology(TopologyKind kind) {
    return new LabSettings(kind, domains, extraDomains, users, faults, ports, clock, random);
  }

  /** The same with these SIP domains. */
  public LabSettings withDomains(String... names) {
    return new LabSettings(
        topology, List.of(names), extraDomains, users, faults, ports, clock, random);
  }

  /** The same with this many extra SIP domains. */
  public LabSettings withExtraDomains(int count) {
    return new LabSettings(topology, domains, count, users, faults, ports, clock, random);
  }

  /** The same with one more user. */
  public LabSettings withUser(User user) {
    return new LabSettings(
        topology, domains, extraDomains, add(users, user), faults, ports, clock, random);
  }

  /** The same with one more fault. */
  public LabSettings withFault(Fault fault) {
    return new LabSettings(
        topology, domains, extraDomains, users, add(faults, fault), ports, clock, random);
  }

  /** The same at these ports. */
  public LabSettings withPorts(LabPorts chosen) {
    return new LabSettings(topology, domains, extraDomains, users, faults, chosen, clock, random);
  }

  /** The same at another time. */
  public LabSettings withClock(InstantSource other) {
    return new LabSettings(topology, domains, extraDomains, users, faults, ports, other, random);
  }

  /** The same with another source of secrets. */
  public LabSettings withRandom(RandomGenerator other) {
    return new LabSettings(topology, domains, extraDomains, users, faults, ports, clock, other);
  }

  /** Both kinds of SIP domain. */
  List<String> allDomains() {
    int tenants = extraDomains + (topology == TopologyKind.HOSTED ? HOSTED_DOMAINS : 0);
    return Stream.concat(
            domains.stream(),
            IntStream.rangeClosed(1, tenants).mapToObj("tenant%03d.example"::formatted))
        .toList();
  }

  private static <T> List<T> add(List<T> some, T one) {
    List<T> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }
}
