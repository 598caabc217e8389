package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.http.ConnectTo;
import io.lyncwatch.discovery.tls.Trust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a configuration file: one method per record, each key named once. Every problem of the file
 * is told at once, with its place.
 */
public final class ConfigurationReader {
  private static final int LARGEST_FILE = 1 << 20;
  private static final InetSocketAddress LISTEN =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9917);
  private static final Duration GUARD_BACK_OFF = Duration.ofHours(24);
  private static final int DNS_PORT = 53;

  private final Machine machine;
  private final Level unreadableSecrets;

  /**
   * @param unreadableSecrets how bad an unreadable password is: the agent starts without it, who
   *     checks a file wants to know
   */
  public ConfigurationReader(Machine machine, Level unreadableSecrets) {
    this.machine = machine;
    this.unreadableSecrets = unreadableSecrets;
  }

  /**
   * A configuration and what is doubtful about it.
   *
   * @param warnings in the order of the file
   */
  public record Reading(Configuration configuration, List<Problem> warnings) {
    /** Copies the list. */
    public Reading {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InvalidConfigurationException if the agent cannot run with it; nothing else is thrown,
   *     whatever the file holds
   */
  public Reading read(Path file) throws InvalidConfigurationException {
    Problems problems = new Problems();
    return reading(text(file, problems).flatMap(text -> parse(file, text, problems)), problems);
  }

  /** Reads what stands in a file, or would stand there. */
  Reading read(Path file, String text) throws InvalidConfigurationException {
    Problems problems = new Problems();
    return reading(parse(file, text, problems), problems);
  }

  /**
   * The configuration that says nothing but which SIP domain to watch.
   *
   * @throws InvalidConfigurationException if this machine has no DNS server of its own
   */
  public Configuration smallest(SipDomain domain) throws InvalidConfigurationException {
    return read(Path.of("defaults"), "domains: [{domain: " + domain + "}]").configuration();
  }

  private static Reading reading(Optional<Configuration> configuration, Problems problems)
      throws InvalidConfigurationException {
    problems.throwIfAnyError();
    return new Reading(configuration.orElseThrow(), problems.inFileOrder());
  }

  private static Optional<String> text(Path file, Problems problems) {
    return switch (TextFile.read(file, LARGEST_FILE)) {
      case TextFile.Text text -> Optional.of(text.text());
      case TextFile.Failed failed -> {
        problems.error(Location.of(file.toString()), "", failed.why());
        yield Optional.empty();
      }
    };
  }

  private Optional<Configuration> parse(Path file, String text, Problems problems) {
    return YamlReader.read(file.toString(), text, problems)
        .map(root -> new Setting(root, "", problems))
        .flatMap(Setting::section)
        .map(section -> configuration(section, new FilePaths(file.toAbsolutePath())));
  }

  private Configuration configuration(Section section, FilePaths paths) {
    List<Resolver> resolvers = resolvers(section);
    AccountTurns turns = new AccountTurns();
    List<MonitoredDomain> domains = domains(section, paths, ShownSides.of(resolvers), turns);
    Configuration configuration =
        new Configuration(
            section.value("vantage", new Names("a vantage")).orElseGet(machine.hostName()),
            section.value("listen", ConfigurationReader::listen).orElse(LISTEN),
            resolvers,
            domains,
            nodes(section, domains),
            endpoints(section, ShownSides.of(resolvers)),
            section.record("trust", trust -> trust(trust, paths)).orElse(TrustedRoots.DEFAULT),
            section
                .word("tls-minimum", TlsMinimum.values(), TlsMinimum::label)
                .orElse(TlsMinimum.TLS_1_2),
            section
                .word("client", Representation.values(), Representation::label)
                .orElse(Representation.LEGACY_XML),
            section.values("connect-to", ConnectTo::parse),
            section
                .record("proxy", proxy -> ForwardProxies.read(proxy, resolvers))
                .orElse(Map.of()),
            section.record("intervals", ConfigurationReader::intervals).orElse(Intervals.DEFAULT),
            section.value("state-directory", paths::resolve).orElseGet(machine::stateDirectory),
            section
                .value("guard-back-off", text -> Durations.parse(text, "1m", "30d"))
                .orElse(GUARD_BACK_OFF));
    section.end();
    turns.check(configuration.intervals().signIn());
    return configuration;
  }

  private static InetSocketAddress listen(String text) {
    return SocketAddresses.parse(text, LISTEN.getPort());
  }

  private List<MonitoredDomain> domains(
      Section section, FilePaths paths, ShownSides shown, AccountTurns turns) {
    PasswordReader passwords = new PasswordReader(paths, machine.environment(), unreadableSecrets);
    DomainReader reader =
        new DomainReader(
            passwords, new CertificateReader(paths, passwords, unreadableSecrets), shown, turns);
    return section
        .required("domains")
        .map(list -> list.someRecords(reader::domain))
        .orElse(List.of());
  }

  private static List<ProxiedNode> nodes(Section section, List<MonitoredDomain> domains) {
    ProxiedNodeReader reader = new ProxiedNodeReader(domains);
    return section.get("behind-proxy").map(list -> list.records(reader::node)).orElse(List.of());
  }

  private static List<ListedEndpoint> endpoints(Section section, ShownSides shown) {
    ListedEndpointReader reader = new ListedEndpointReader(shown.views());
    return section.get("endpoints").map(Setting::items).orElse(List.of()).stream()
        .flatMap(item -> reader.endpoint(item).stream())
        .toList();
  }

  private List<Resolver> resolvers(Section section) {
    Names names = new Names("a resolver");
    return section
        .get("resolvers")
        .map(list -> list.someRecords(resolver -> resolver(resolver, names)))
        .orElseGet(() -> machineResolvers(section));
  }

  private List<Resolver> machineResolvers(Section section) {
    List<Resolver> own =
        machine.resolvers().get().stream()
            .map(at -> new Resolver(SocketAddresses.print(at, DNS_PORT), at, View.ANY))
            .toList();
    if (own.isEmpty()) {
      section.error("this machine knows no DNS server of its own: name some under 'resolvers'");
    }
    return own;
  }

  private static Optional<Resolver> resolver(Section section, Names names) {
    Optional<String> name = section.requiredValue("name", names);
    Optional<InetSocketAddress> address =
        section.requiredValue("address", ConfigurationReader::dnsServer);
    View view = section.word("view", View.values(), View::label).orElse(View.ANY);
    section.end();
    return name.flatMap(n -> address.map(a -> new Resolver(n, a, view)));
  }

  private static InetSocketAddress dnsServer(String text) {
    InetSocketAddress address = SocketAddresses.parse(text, DNS_PORT);
    if (address.getPort() == 0) {
      throw new IllegalArgumentException("port 0 is not between 1 and 65535");
    }
    return address;
  }

  private static TrustedRoots trust(Section section, FilePaths paths) {
    TrustedRoots trust =
        new TrustedRoots(
            section.get("system").flatMap(Setting::flag).orElse(TrustedRoots.DEFAULT.system()),
            section.values("roots", text -> certificates(paths.resolve(text))));
    section.end();
    return trust;
  }

  private static Path certificates(Path file) {
    Trust.of(false, List.of(file)); // throws what is wrong with it
    return file;
  }

  private static Intervals intervals(Section section) {
    Intervals defaults = Intervals.DEFAULT;
    Intervals intervals =
        new Intervals(
            interval(section, "dns").orElse(defaults.dns()),
            interval(section, "entry").orElse(defaults.entry()),
            interval(section, "sign-in").orElse(defaults.signIn()),
            interval(section, "certificate").orElse(defaults.certificate()),
            interval(section, "recheck").orElse(defaults.recheck()));
    section.end();
    return intervals;
  }

  private static Optional<Duration> interval(Section section, String key) {
    return section.value(key, text -> Durations.parse(text, "1s", "7d"));
  }
}
