package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Account;
import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.Handling;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.PasswordSource;
import io.lyncwatch.agent.config.Pools;
import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.config.TrustedRoots;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.http.ConnectTo;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a check is told on the command line; it goes before what a configuration file says. */
final class CheckOptions {
  private static final int DNS_PORT = 53;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Take resolvers, trust, domains and accounts from this configuration file.")
  private @Nullable Path config;

  @Option(
      names = "--resolver",
      paramLabel = "IP[:PORT][=VIEW]",
      description =
          "A DNS server to ask, and the view that it shows: internal, external or any (default)."
              + " May be repeated. Default: the machine's own.")
  private List<String> resolvers = new ArrayList<>();

  @Option(
      names = "--username",
      paramLabel = "USER",
      description =
          "DOMAIN\\user or user@domain. Default: as configured, else the sign-in address.")
  private @Nullable String username;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file with the password and nothing else.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "A file with a root certificate to trust beside the machine's own. Repeatable.")
  private List<Path> trust = new ArrayList<>();

  @Option(
      names = "--trusted-domain",
      paramLabel = "DOMAIN",
      description =
          "A domain that the service may lead to without a phone asking its user. Repeatable.")
  private List<String> trustedDomains = new ArrayList<>();

  @Option(
      names = "--connect-to",
      paramLabel = "HOST:PORT:HOST2:PORT2",
      description = "Connect to HOST2:PORT2 instead of HOST:PORT. Repeatable.")
  private List<String> connectTo = new ArrayList<>();

  /**
   * Puts options and file together.
   *
   * @throws IllegalArgumentException with a message for people if an option or the target is wrong
   */
  CheckRequest request(String target, Machine machine, CommandSpec spec)
      throws InvalidConfigurationException {
    Optional<SignInAddress> address =
        target.contains("@") ? Optional.of(SignInAddress.parse(target)) : Optional.empty();
    SipDomain name = address.map(SignInAddress::domain).orElseGet(() -> new SipDomain(target));
    Configuration configuration = configuration(name, machine, spec);
    MonitoredDomain domain = domain(configuration, name);
    return new CheckRequest(configuration, domain, address, account(address, domain));
  }

  private Configuration configuration(SipDomain domain, Machine machine, CommandSpec spec)
      throws InvalidConfigurationException {
    List<Resolver> given = resolvers.stream().map(CheckOptions::resolver).toList();
    ConfigurationFile file =
        new ConfigurationFile(given.isEmpty() ? machine : machine.asking(given), spec);
    Configuration base = config == null ? file.smallest(domain) : file.read(config);
    return new Configuration(
        base.vantage(),
        base.listen(),
        given.isEmpty() ? base.resolvers() : given,
        base.domains(),
        base.behindProxy(),
        base.endpoints(),
        new TrustedRoots(base.trust().system(), joined(trust, base.trust().roots())),
        base.tlsMinimum(),
        base.client(),
        joined(connectTo.stream().map(ConnectTo::parse).toList(), base.connectTo()),
        base.proxies(),
        base.intervals(),
        base.stateDirectory(),
        base.guardBackOff());
  }

  private static Resolver resolver(String text) {
    int equals = text.indexOf('=');
    String address = equals < 0 ? text : text.substring(0, equals);
    String view = equals < 0 ? View.ANY.label() : text.substring(equals + 1);
    return new Resolver(
        address,
        SocketAddresses.parse(address, DNS_PORT),
        Arrays.stream(View.values())
            .filter(known -> known.label().equals(view))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'" + view + "' is not a view: write internal, external or any")));
  }

  private MonitoredDomain domain(Configuration configuration, SipDomain name) {
    MonitoredDomain configured =
        configuration.domains().stream()
            .filter(domain -> domain.domain().equals(name))
            .findFirst()
            .orElse(
                new MonitoredDomain(
                    name,
                    Discovery.byRecords(Expectations.DEFAULT),
                    List.of(),
                    List.of(),
                    List.of(),
                    Pools.NONE));
    List<String> trusted =
        joined(
            trustedDomains.stream().map(HostNames::canonical).toList(),
            configured.trustedDomains());
    return new MonitoredDomain(
        name,
        configured.discovery(),
        trusted,
        configured.webNames(),
        configured.accounts(),
        configured.pools());
  }

  /** The account on the command line, else the configured one with that address. */
  private Optional<Account> account(Optional<SignInAddress> address, MonitoredDomain domain) {
    Optional<Account> configured =
        address.flatMap(wanted ->
            domain.accounts().stream()
                .filter(account -> account.address().isSameAs(wanted))
                .findFirst());
    if (passwordFile == null && username != null) {
      throw new IllegalArgumentException("--username needs --password-file");
    }
    if (passwordFile == null) {
      if (configured.isEmpty() && address.isPresent() && !domain.accounts().isEmpty()) {
        throw new IllegalArgumentException(noAccount(address.get(), domain));
      }
      return configured;
    }
    if (!Files.isReadable(passwordFile)) {
      throw new IllegalArgumentException(
          "cannot read " + passwordFile + ", which --password-file names");
    }
    SignInAddress who =
        address.orElseThrow(() ->
            new IllegalArgumentException(
                "--password-file needs a sign-in address, such as alice@" + domain.domain()));
    return Optional.of(
        new Account(
            who.user(),
            who,
            userName(who, configured),
            new PasswordSource.FromFile(passwordFile.toAbsolutePath()),
            SignInMethod.AUTO,
            configured.map(CheckOptions::byPassword).orElse(Means.NONE),
            configured.map(Account::handling).orElse(Handling.DEFAULT)));
  }

  /** The password on the command line goes before a configured keytab or certificate. */
  private static Means byPassword(Account account) {
    return account
        .means()
        .kerberos()
        .map(kerberos ->
            Means.of(new KerberosSettings(kerberos.realm(), kerberos.service(), Optional.empty())))
        .orElse(Means.NONE);
  }

  /** A slip of the pen must not look like a sign-in that works. */
  private static String noAccount(SignInAddress address, MonitoredDomain domain) {
    String known =
        domain.accounts().stream()
            .map(account -> account.address().toString())
            .collect(Collectors.joining(", "));
    return ("'%s' is not an account of the configuration, which has %s for this domain; name one of"
            + " them, give --password-file, or write %s to look without signing in")
        .formatted(address, known, domain.domain());
  }

  /** Another spelling would be another account to the guard against lockout. */
  private UserName userName(SignInAddress who, Optional<Account> configured) {
    return username == null
        ? configured.map(Account::username).orElseGet(() -> UserName.parse(who.toString()))
        : UserName.parse(username);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
