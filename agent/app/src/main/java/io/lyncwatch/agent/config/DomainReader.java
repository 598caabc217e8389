package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.PasswordSource.FromKeytab;
import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.Discovery;
import io.lyncwatch.discovery.walk.EntryPoint;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands below {@code domains}. */
final class DomainReader {
  private final PasswordReader passwords;
  private final CertificateReader certificates;
  private final ShownSides shown;
  private final AccountTurns turns;
  private final Set<SipDomain> seen = new HashSet<>();

  /**
   * @param turns is told of each account and how often it signs in
   */
  DomainReader(
      PasswordReader passwords,
      CertificateReader certificates,
      ShownSides shown,
      AccountTurns turns) {
    this.passwords = passwords;
    this.certificates = certificates;
    this.shown = shown;
    this.turns = turns;
  }

  Optional<MonitoredDomain> domain(Section section) {
    Optional<SipDomain> domain = section.requiredValue("domain", this::once);
    Expectations expect =
        section.record("expect", DomainReader::expectations).orElse(Expectations.DEFAULT);
    List<EntryPoint.Manual> manual =
        section.get("discovery").map(urls -> ManualUrls.read(urls, shown)).orElse(List.of());
    List<String> trusted = section.values("trusted-domains", DomainReader::trustedDomain);
    List<WebName> webNames = section.record("web-names", this::webNames).orElse(List.of());
    Names names = new Names("an account");
    Discovery discovery = new Discovery(expect, manual);
    List<Account> accounts =
        section
            .get("accounts")
            .map(list ->
                list.records(account -> {
                  Optional<Account> read = account(account, names, domain);
                  read.ifPresent(one -> turns.add(one, account, signIns(discovery, domain)));
                  return read;
                }))
            .orElse(List.of());
    section
        .get("accounts")
        .filter(list -> !accounts.isEmpty() && !leadIn(manual))
        .ifPresent(list ->
            list.problem(
                Level.WARNING,
                "has no effect: no resolver shows the side for which there is a manual URL"));
    Pools pools = section.record("pools", this::pools).orElse(Pools.NONE);
    section.end();
    return domain.map(
        name -> new MonitoredDomain(name, discovery, trusted, webNames, accounts, pools));
  }

  /** In how many views there is a way in for an account, and thus a target. */
  private int signIns(Discovery discovery, Optional<SipDomain> domain) {
    return (int)
        domain.stream()
            .flatMap(name ->
                shown.views().stream().filter(view -> !discovery.entries(name, view).isEmpty()))
            .count();
  }

  /** Whether any client can come in where the resolvers look: external URLs lead in everywhere. */
  private boolean leadIn(List<EntryPoint.Manual> manual) {
    return manual.isEmpty()
        || manual.stream().anyMatch(url -> url.side() == Side.EXTERNAL || shown.shows(url.side()));
  }

  private SipDomain once(String text) {
    SipDomain domain = new SipDomain(text);
    if (!seen.add(domain)) {
      throw new IllegalArgumentException("there already is a domain '" + domain + "'");
    }
    return domain;
  }

  /** Nowhere is a name both: an internal web name has to differ from the external one. */
  private List<WebName> webNames(Section section) {
    Map<String, Side> sides = new LinkedHashMap<>();
    section.values("internal", text -> webName(text, Side.INTERNAL, sides));
    section.values("external", text -> webName(text, Side.EXTERNAL, sides));
    section.end();
    shown.remark(section, Side.INTERNAL); // external ones are needed on either side
    return sides.entrySet().stream()
        .map(entry -> new WebName(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static String webName(String text, Side side, Map<String, Side> sides) {
    String name = WholeNames.parse(text);
    Side before = sides.putIfAbsent(name, side);
    if (before == side) {
      throw new IllegalArgumentException("there already is a web name '" + name + "'");
    }
    if (before != null) {
      throw new IllegalArgumentException(
          "'" + name + "' is listed as internal, too: the two names of a pool have to differ");
    }
    return name;
  }

  private static Expectations expectations(Section section) {
    Expectations expectations =
        new Expectations(expectation(section, "internal"), expectation(section, "external"));
    section.end();
    return expectations;
  }

  private static Optional<Expected> expectation(Section section, String key) {
    return section.word(key, Expected.values(), Expected::label);
  }

  private Pools pools(Section section) {
    Pools pools =
        new Pools(
            section.values("internal", new PoolNames()),
            section.values("external", new PoolNames()));
    section.end();
    shown.remark(section, Side.INTERNAL);
    shown.remark(section, Side.EXTERNAL);
    return pools;
  }

  private static String trustedDomain(String text) {
    if (text.startsWith("*.") || text.startsWith(".")) {
      String bare = text.replaceFirst("^\\*?\\.", "");
      throw new IllegalArgumentException(
          "write '" + bare + "': it covers the hosts below it by itself");
    }
    return HostNames.canonical(text);
  }

  private Optional<Account> account(Section section, Names names, Optional<SipDomain> domain) {
    Optional<String> name = section.requiredValue("name", names);
    Optional<SignInAddress> address =
        section.requiredValue("address", text -> within(domain, text));
    Optional<UserName> username = userName(section);
    Optional<FromKeytab> keytab = section.get("keytab").flatMap(passwords::keytab);
    Optional<CertificateFiles> certificate =
        section.get("certificate").flatMap(certificates::certificate);
    Optional<OAuthReader.Read> oauth =
        section.record("oauth", new OAuthReader(passwords)::read).flatMap(registered -> registered);
    Optional<? extends SecretSource> secret = secret(section, keytab, certificate, oauth);
    Optional<SignInMethod> signIn = signIn(section, oauth);
    Optional<KerberosSettings> kerberos =
        KerberosReader.read(
            section, username, signIn.orElse(SignInMethod.AUTO), keytab.map(FromKeytab::file));
    Handling handling = Handling.read(section);
    section.end();
    if (name.isEmpty()
        || address.isEmpty()
        || username.isEmpty()
        || secret.isEmpty()
        || signIn.isEmpty()) {
      return Optional.empty();
    }
    boolean password = section.get("password").isPresent();
    return Optional.of(
        new Account(
            name.get(),
            address.get(),
            username.get(),
            secret.get(),
            signIn.get(),
            new Means(kerberos, oauth.map(registered -> registered.client(password)), certificate),
            handling));
  }

  /** One of a few: none may be taken for another. */
  private Optional<? extends SecretSource> secret(
      Section section,
      Optional<FromKeytab> keytab,
      Optional<CertificateFiles> certificate,
      Optional<OAuthReader.Read> oauth) {
    boolean password = section.get("password").isPresent();
    if (section.get("keytab").isPresent()) {
      if (password) {
        section.error("has a password and a keytab: leave one out");
      }
      if (section.get("oauth").isPresent() || section.get("certificate").isPresent()) {
        section.error("'keytab' and what stands beside it are two accounts");
        return Optional.empty();
      }
      return keytab;
    }
    if (section.get("certificate").isPresent()) {
      if (password) {
        section.error(
            "'password' and 'certificate' are two accounts; the password of a key stands below"
                + " 'certificate'");
      }
      if (section.get("oauth").isPresent()) {
        section.error("'oauth' and 'certificate' are two accounts");
        return Optional.empty();
      }
      return certificate;
    }
    return password || oauth.flatMap(OAuthReader.Read::secret).isEmpty()
        ? section.required("password").flatMap(passwords::password)
        : oauth.flatMap(OAuthReader.Read::secret);
  }

  /** What an account has decides, where it has only one thing. */
  private static Optional<SignInMethod> signIn(Section section, Optional<OAuthReader.Read> oauth) {
    boolean certificate = section.get("certificate").isPresent();
    boolean program =
        oauth.isPresent()
            && !section.get("password").isPresent()
            && !section.get("keytab").isPresent();
    SignInMethod only =
        certificate ? SignInMethod.CERTIFICATE : program ? SignInMethod.OAUTH : SignInMethod.AUTO;
    SignInMethod asked =
        section
            .word("sign-in", SignInMethod.values(), SignInMethod::label)
            .orElse(SignInMethod.AUTO);
    if (asked == SignInMethod.CERTIFICATE && !certificate) {
      section.error("'sign-in: certificate' needs a 'certificate: {file: PATH}'");
      return Optional.empty();
    }
    if (asked != SignInMethod.AUTO && only != SignInMethod.AUTO && asked != only) {
      section.error(
          "'sign-in: %s' needs a 'password', and this account has none".formatted(asked.label()));
      return Optional.empty();
    }
    return Optional.of(only == SignInMethod.AUTO ? asked : only);
  }

  private static Optional<UserName> userName(Section section) {
    return section.get("username").isPresent()
        ? section.value("username", UserName::parse)
        : section.value("address", text -> UserName.parse(SignInAddress.parse(text).toString()));
  }

  private static SignInAddress within(Optional<SipDomain> domain, String text) {
    SignInAddress address = SignInAddress.parse(text);
    if (domain.isPresent() && !address.domain().equals(domain.get())) {
      throw new IllegalArgumentException(
          "'"
              + address
              + "' is not in the domain "
              + domain.get()
              + ": list it under a domain "
              + address.domain());
    }
    return address;
  }
}
