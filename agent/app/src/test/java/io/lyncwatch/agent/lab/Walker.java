package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.FileLockoutGuard;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.StubDnsClient;
import io.lyncwatch.discovery.dns.ViewResolvers;
import io.lyncwatch.discovery.dns.ZoneClient;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.http.Authorities;
import io.lyncwatch.discovery.http.ConnectTo;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.Receptions;
import io.lyncwatch.discovery.http.Timeouts;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.probe.DnsProbe;
import io.lyncwatch.discovery.probe.EntryProbe;
import io.lyncwatch.discovery.probe.SignInProbe;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Handshaker;
import io.lyncwatch.discovery.tls.Trust;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.EntryPoint;
import io.lyncwatch.discovery.walk.EntryWalk;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.discovery.walk.SignIn;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.discovery.walk.SignInWalk;
import io.lyncwatch.discovery.walk.TicketCache;
import io.lyncwatch.discovery.walk.TrustRule;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.directory.User;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Runs the agent's probes against a lab, as the agent would. */
public final class Walker {
  private static final String TLS_MINIMUM = "TLSv1.2";
  private static final Duration SOON = Duration.ofMillis(1500);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Lab lab;
  private final Set<String> trusted;
  private final Function<View, List<InetSocketAddress>> nameServers;
  private final LockoutGuard guard;
  private final RememberedUrls remembered;
  private final String tlsMinimum;
  private Timeouts timeouts = Timeouts.DEFAULT;
  private Optional<TicketCache> tickets = Optional.empty();
  private Optional<LocalDate> passwordExpires = Optional.empty();

  /** Looks at that lab, with a guard of its own, and trusts its main SIP domain. */
  public Walker(Lab lab) {
    this(lab, List.of("contoso.example"));
  }

  /** The same, with other trusted domains. */
  Walker(Lab lab, List<String> trusted) {
    this(lab, trusted, nameServersOf(lab), TLS_MINIMUM, new RememberedUrls());
  }

  /** Sends no secret over an older TLS than that. */
  static Walker demanding(Lab lab, String tlsMinimum) {
    return new Walker(
        lab, List.of("contoso.example"), nameServersOf(lab), tlsMinimum, new RememberedUrls());
  }

  /** Waits less long for connections that nobody takes: here they are taken at once or never. */
  static Walker hasty(Lab lab, List<String> trusted) {
    Walker walker = new Walker(lab, trusted);
    walker.timeouts = new Timeouts(Timeouts.DEFAULT.lookup(), SOON, Timeouts.DEFAULT.exchange());
    return walker;
  }

  /** The same phones at another lab, or at the same one as it is later. */
  Walker at(Lab other) {
    return new Walker(other, List.copyOf(trusted), nameServersOf(other), tlsMinimum, remembered);
  }

  private static Function<View, List<InetSocketAddress>> nameServersOf(Lab lab) {
    return view ->
        lab.nameServers(
            view == View.EXTERNAL
                ? io.lyncwatch.lab.dns.View.EXTERNAL
                : io.lyncwatch.lab.dns.View.INTERNAL);
  }

  /** Looks at that lab by the names of other servers, the main one of each view first. */
  public Walker(Lab lab, Function<View, List<InetSocketAddress>> nameServers) {
    this(lab, List.of("contoso.example"), nameServers, TLS_MINIMUM, new RememberedUrls());
  }

  private Walker(
      Lab lab,
      List<String> trusted,
      Function<View, List<InetSocketAddress>> nameServers,
      String tlsMinimum,
      RememberedUrls remembered) {
    this.remembered = remembered;
    this.tlsMinimum = tlsMinimum;
    this.lab = lab;
    this.nameServers = nameServers;
    this.trusted = Set.copyOf(trusted);
    this.guard = newGuard();
  }

  /** Uses the tickets of one walk in the next, which is to be in the same view. */
  Walker reusingTickets() {
    tickets = Optional.of(new TicketCache());
    return this;
  }

  /** Knows when passwords end. */
  Walker knowingPasswordEnds(LocalDate day) {
    passwordExpires = Optional.of(day);
    return this;
  }

  /** Somebody else on this machine has seen the secret of an account rejected. */
  void reject(String address, String password) {
    User user = lab.user(address);
    Credential credential =
        new Credential(new UserName(user.domain(), user.name()), new Secret(password));
    if (guard.ask(credential, Deadline.in(Duration.ofSeconds(5), Ticker.SYSTEM))
        instanceof LockoutGuard.Permission.Granted(var attempt)) {
      attempt.sending();
      attempt.rejected();
      attempt.close();
    }
  }

  /** One whole sign-in. */
  public Report signIn(View view, String address) {
    return signIn(view, address, SignInMethod.AUTO, lab.user(address).password());
  }

  /** One whole sign-in, in this way and with that password. */
  public Report signIn(View view, String address, SignInMethod method, String password) {
    return signIn(view, address, method, password, Representation.LEGACY_XML);
  }

  /** The same, with documents asked for in that form. */
  public Report signIn(
      View view, String address, SignInMethod method, String password, Representation client) {
    return signIn(view, address, lab.user(address), method, password, client);
  }

  /** One whole sign-in at an address with the credentials of another user. */
  Report signInAs(View view, String address, String other, SignInMethod method) {
    User user = lab.user(other);
    return signIn(view, address, user, method, user.password(), Representation.LEGACY_XML);
  }

  /** One whole sign-in of a user with a certificate. */
  Report signIn(View view, String address, CertificateFiles certificate) {
    return signIn(
        view,
        address,
        signIn(lab.user(address), certificate, SignInMethod.CERTIFICATE, Means.of(certificate)),
        Representation.LEGACY_XML);
  }

  /** The same where another certificate is in the files after the guard was asked about one. */
  Report signInExchanging(
      View view, String address, CertificateFiles before, CertificateFiles after) {
    return signIn(
        view,
        address,
        signIn(lab.user(address), before, SignInMethod.CERTIFICATE, Means.of(after)),
        Representation.LEGACY_XML);
  }

  /** One whole sign-in of a user as the realm of those settings knows him. */
  Report signIn(
      View view, String address, SignInMethod method, String secret, KerberosSettings kerberos) {
    return signIn(
        view,
        address,
        signIn(lab.user(address), known(secret), method, Means.of(kerberos)),
        Representation.LEGACY_XML);
  }

  /** One whole sign-in of an account that is registered at an authority outside. */
  Report signIn(View view, String address, SignInMethod method, String secret, OAuthClient client) {
    return signIn(
        view,
        address,
        signIn(lab.user(address), known(secret), method, Means.of(client)),
        Representation.UCWA_JSON);
  }

  private Report signIn(
      View view,
      String address,
      User user,
      SignInMethod method,
      String password,
      Representation client) {
    return signIn(view, address, signIn(user, known(password), method, Means.NONE), client);
  }

  private static SecretSource known(String secret) {
    return () -> new SecretSource.Reading.Available(new Secret(secret));
  }

  private SignIn signIn(User user, SecretSource secret, SignInMethod method, Means means) {
    return new SignIn(
        new UserName(user.domain(), user.name()),
        secret,
        method,
        guard,
        RANDOM,
        means,
        tickets,
        passwordExpires);
  }

  private Report signIn(View view, String address, SignIn signIn, Representation client) {
    SignInAddress parsed = SignInAddress.parse(address);
    SignInWalk walk =
        new SignInWalk(
            network(view),
            trust(parsed.domain()),
            discovery(parsed.domain()),
            Optional.of(parsed),
            Optional.of(signIn),
            client,
            remembered,
            SignInWalk.LONGEST);
    return new SignInProbe(lab.user(address).name(), walk).run();
  }

  /** The anonymous part from one discovery record. */
  public Report entry(View view, String domain, DiscoveryRecord record) {
    return entry(view, domain, new EntryPoint.Published(record, new SipDomain(domain)));
  }

  /** The anonymous part from one entry point. */
  Report entry(View view, String domain, EntryPoint entry) {
    return entry(network(view), domain, entry);
  }

  /** The same from a pool that is asked by its own name. */
  Report pool(View view, String domain, String host) {
    Side side = view == View.EXTERNAL ? Side.EXTERNAL : Side.INTERNAL;
    return entry(network(view), domain, new EntryPoint.Pool(side, host));
  }

  /** The same by one machine behind the reverse proxy, asked directly. */
  Report node(String domain, String name, String address) {
    Network direct =
        network(View.INTERNAL)
            .behindProxy(address, lab.ports().externalHttps(), lab.ports().externalHttp());
    return entry(direct, domain, new EntryPoint.Node(name, "lyncdiscover." + domain));
  }

  private Report entry(Network network, String domain, EntryPoint entry) {
    SipDomain parsed = new SipDomain(domain);
    return new EntryProbe(
            new EntryWalk(
                network, trust(parsed), discovery(parsed), entry, Representation.LEGACY_XML))
        .run();
  }

  /** The names of one domain at the main resolver of a view. */
  public Report dns(View view, String domain, WebName... webNames) {
    ViewResolvers all = resolvers(view);
    return new DnsProbe(
            trust(new SipDomain(domain)),
            all.only(all.resolvers().getFirst()),
            discovery(new SipDomain(domain)),
            () -> List.of(webNames),
            InstantSource.system(),
            Ticker.SYSTEM)
        .run();
  }

  /** What one endpoint presents. */
  public Report certificate(View view, String host) {
    return certificate(view, new Endpoint(host, 443));
  }

  /** The same at any port. */
  Report certificate(View view, Endpoint endpoint) {
    return new CertificateProbe(network(view), endpoint, Expected.PRESENT).run();
  }

  /** As the operator would say it: manual URLs where the lab has no records. */
  Discovery discovery(SipDomain domain) {
    return lab.manualDomains().contains(domain.name())
        ? new Discovery(Expectations.DEFAULT, manual(lab))
        : Discovery.byRecords(Expectations.DEFAULT);
  }

  private static List<EntryPoint.Manual> manual(Lab lab) {
    return List.of(
        new EntryPoint.Manual(Side.INTERNAL, new Endpoint(lab.manualHostInside(), 443)),
        new EntryPoint.Manual(Side.EXTERNAL, new Endpoint(lab.manualHostOutside(), 443)));
  }

  private TrustRule trust(SipDomain domain) {
    return new TrustRule(domain, trusted);
  }

  private ViewResolvers resolvers(View view) {
    List<InetSocketAddress> servers = nameServers.apply(view);
    Patience patience = new Patience(List.of(Duration.ofMillis(400), Duration.ofMillis(400)));
    return new ViewResolvers(
        IntStream.range(0, servers.size())
            .mapToObj(i ->
                new Resolver(i == 0 ? view.label() : view.label() + (i + 1), servers.get(i), view))
            .toList(),
        new StubDnsClient(Ticker.SYSTEM, RANDOM, patience),
        new ZoneClient(Ticker.SYSTEM, RANDOM, patience),
        RANDOM);
  }

  private Network network(View view) {
    return new Network(
        view,
        resolvers(view),
        List.of(
            ConnectTo.parse(":443::" + lab.httpsPort()),
            ConnectTo.parse(":80::" + lab.httpPort()),
            ConnectTo.parse(":5061::" + lab.sipPort())),
        new Handshaker(Ticker.SYSTEM, RANDOM),
        new CertificateJudge(Trust.of(List.of(root()))),
        Authorities.direct(),
        new Receptions(RANDOM),
        tlsMinimum,
        timeouts,
        InstantSource.system(),
        Ticker.SYSTEM);
  }

  private X509Certificate root() {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(lab.rootPem().getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LockoutGuard newGuard() {
    try {
      Path directory = Files.createTempDirectory("guard");
      return new FileLockoutGuard(
          directory.resolve("state"), Duration.ofHours(24), InstantSource.system(), RANDOM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
