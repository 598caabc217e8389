package io.lyncwatch.lab;

import io.lyncwatch.lab.certificates.TlsLevel;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.ticket.ExtendedProtection;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.Product;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the lab is to be built.
 *
 * @param topology which servers stand there
 * @param product what they run
 * @param tls what they, and the proxy before them, speak
 * @param domains SIP domains, lower case, the main one first
 * @param extraDomains how many more, named {@code tenant001.example} and so on
 * @param manualDomains further SIP domains, lower case, whose users type manual URLs: no discovery
 *     record is published for them and no certificate names one
 * @param users in addition to those that every SIP domain has
 * @param faults applied in this order
 * @param secondResolver whether machines inside have a second resolver, unless a fault brings one
 * @param extendedProtection what Windows sign-ins must be tied to
 * @param clock the lab's time: certificates and tickets are valid around it
 * @param random makes passwords, keys of tickets and challenges; must be safe for many threads
 */
public record LabSettings(
    TopologyKind topology,
    Product product,
    TlsLevel tls,
    List<String> domains,
    int extraDomains,
    List<String> manualDomains,
    List<User> users,
    List<Fault> faults,
    LabPorts ports,
    boolean secondResolver,
    ExtendedProtection extendedProtection,
    InstantSource clock,
    RandomGenerator random) {

  private static final int HOSTED_DOMAINS = 50;

  /** Copies the lists, and makes the domains lower case. */
  public LabSettings {
    domains = lowerCase(domains);
    manualDomains = lowerCase(manualDomains);
    users = List.copyOf(users);
    faults = List.copyOf(faults);
    if (domains.isEmpty() || extraDomains < 0) {
      throw new IllegalArgumentException("the lab needs at least one SIP domain");
    }
  }

  /**
   * Lync Server 2013 behind a Director for one healthy SIP domain, {@code contoso.example}, on free
   * ports.
   */
  public static LabSettings defaults() {
    return new LabSettings(
        TopologyKind.DIRECTOR,
        Product.of(Generation.LYNC_2013),
        TlsLevel.CURRENT,
        List.of("contoso.example"),
        0,
        List.of(),
        List.of(),
        List.of(),
        LabPorts.FREE,
        false,
        ExtendedProtection.ALLOW,
        InstantSource.system(),
        new SecureRandom());
  }

  /** The same with other servers. */
  public LabSettings withTopology(TopologyKind kind) {
    return with(draft -> draft.topology = kind);
  }

  /** The same with this product on every server. */
  public LabSettings withProduct(Product other) {
    return with(draft -> draft.product = other);
  }

  /** The same with a product as it comes out of the box. */
  public LabSettings withGeneration(Generation generation) {
    return withProduct(Product.of(generation));
  }

  /** The same at another level of TLS. */
  public LabSettings withTls(TlsLevel level) {
    return with(draft -> draft.tls = level);
  }

  /** The same with these SIP domains. */
  public LabSettings withDomains(String... names) {
    return with(draft -> draft.domains = List.of(names));
  }

  /** The same with this many extra SIP domains. */
  public LabSettings withExtraDomains(int count) {
    return with(draft -> draft.extraDomains = count);
  }

  /** The same with one more SIP domain whose users type manual URLs. */
  public LabSettings withManualDomain(String name) {
    return with(draft -> draft.manualDomains = add(manualDomains, name));
  }

  /** The same with one more user. */
  public LabSettings withUser(User user) {
    return with(draft -> draft.users = add(users, user));
  }

  /** The same with one more fault. */
  public LabSettings withFault(Fault fault) {
    return with(draft -> draft.faults = add(faults, fault));
  }

  /** The same at these ports. */
  public LabSettings withPorts(LabPorts chosen) {
    return with(draft -> draft.ports = chosen);
  }

  /** The same with a second resolver inside. */
  public LabSettings withSecondResolver() {
    return with(draft -> draft.secondResolver = true);
  }

  /** The same with other demands on Windows sign-ins. */
  public LabSettings withExtendedProtection(ExtendedProtection demanded) {
    return with(draft -> draft.extendedProtection = demanded);
  }

  /** The same at another time. */
  public LabSettings withClock(InstantSource other) {
    return with(draft -> draft.clock = other);
  }

  /** The same with another source of secrets. */
  public LabSettings withRandom(RandomGenerator other) {
    return with(draft -> draft.random = other);
  }

  private LabSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings while one of them changes. */
  private static final class Draft {
    private TopologyKind topology;
    private Product product;
    private TlsLevel tls;
    private List<String> domains;
    private int extraDomains;
    private List<String> manualDomains;
    private List<User> users;
    private List<Fault> faults;
    private LabPorts ports;
    private boolean secondResolver;
    private ExtendedProtection extendedProtection;
    private InstantSource clock;
    private RandomGenerator random;

    Draft(LabSettings from) {
      topology = from.topology;
      product = from.product;
      tls = from.tls;
      domains = from.domains;
      extraDomains = from.extraDomains;
      manualDomains = from.manualDomains;
      users = from.users;
      faults = from.faults;
      ports = from.ports;
      secondResolver = from.secondResolver;
      extendedProtection = from.extendedProtection;
      clock = from.clock;
      random = from.random;
    }

    LabSettings settings() {
      return new LabSettings(
          topology,
          product,
          tls,
          domains,
          extraDomains,
          manualDomains,
          users,
          faults,
          ports,
          secondResolver,
          extendedProtection,
          clock,
          random);
    }
  }

  /** All kinds of SIP domain, each once. */
  List<String> allDomains() {
    int tenants = extraDomains + (topology == TopologyKind.HOSTED ? HOSTED_DOMAINS : 0);
    return Stream.of(
            domains.stream(),
            IntStream.rangeClosed(1, tenants).mapToObj("tenant%03d.example"::formatted),
            manualDomains.stream())
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  private static List<String> lowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  private static <T> List<T> add(List<T> some, T one) {
    List<T> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }
}
