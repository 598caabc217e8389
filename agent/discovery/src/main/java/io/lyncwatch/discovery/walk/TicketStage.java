package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.ticket.Ticket;
import io.lyncwatch.discovery.ticket.TicketMetadata;
import io.lyncwatch.discovery.ticket.TicketPort;
import io.lyncwatch.discovery.ticket.TicketRequest;
import io.lyncwatch.discovery.ticket.TokenRequest;
import io.lyncwatch.discovery.ticket.TokenType;
import io.lyncwatch.discovery.tls.ShownCertificate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a ticket with the account's secret: only at a host that the trust rule lets have it, and
 * only if the guard does not hold it back.
 */
final class TicketStage {
  /**
   * That a way is not there to be had, and how bad that is where another one is; everything else is
   * about the account, and final.
   */
  private static final Map<Reason, Severity> MISSING =
      Map.of(
          Reason.AUTH_METHOD_NOT_OFFERED, Severity.INFO,
          Reason.AUTH_KDC_UNREACHABLE, Severity.INFO,
          Reason.AUTH_SERVICE_UNKNOWN, Severity.WARNING);

  private final Journey journey;
  private final SignInAddress address;
  private final SignIn signIn;

  TicketStage(Journey journey, SignInAddress address, SignIn signIn) {
    this.journey = journey;
    this.address = address;
    this.signIn = signIn;
  }

  /** A way to a ticket that the service offers and the account can use. */
  private sealed interface Way {
    URI port();

    /** What is chosen, and why, for people. */
    default String chosen() {
      return switch (this) {
        case Kerberos _ -> "Kerberos: the account can use it, and the service offers Negotiate";
        case Ntlm _ -> "NTLM: the service offers Windows authentication";
        case Password _ -> "user name and password: the service offers that";
        case Certificate _ -> "client certificate: the service offers that";
      };
    }

    record Kerberos(URI port, KerberosSettings settings) implements Way {}

    record Ntlm(URI port) implements Way {}

    record Password(URI port) implements Way {}

    record Certificate(URI port) implements Way {}
  }

  Optional<? extends Ticket> obtain(StageNotes notes, Issuer issuer) {
    return switch (issuer) {
      case TicketService service -> webTicket(notes, service);
      case TokenService service -> token(notes, service);
      case AuthorityService service -> outside(notes, service, service.authority());
    };
  }

  /** Tries the ways in turn, each only if the one before is not there to be had. */
  private Optional<? extends Ticket> webTicket(StageNotes notes, TicketService service) {
    List<Way> ways = ways(service.metadata());
    if (ways.isEmpty()) {
      return notOffered(notes, service.source(), MetadataStage.names(service.metadata()));
    }
    for (Way way : ways.subList(0, ways.size() - 1)) {
      StageNotes tried = new StageNotes(notes.stage());
      Optional<? extends Ticket> ticket = by(way, tried, service);
      boolean missing = ticket.isEmpty() && tried.brokenBy(MISSING.keySet());
      notes.takeAll(tried, missing ? MISSING : Map.of());
      if (!missing) {
        return ticket;
      }
    }
    return by(ways.getLast(), notes, service);
  }

  private Optional<? extends Ticket> by(Way way, StageNotes notes, TicketService service) {
    URI port = way.port();
    if (signIn.method() == SignInMethod.AUTO) {
      notes.step("sign-in: auto", way.chosen(), true, Duration.ZERO);
    }
    return guarded(
        notes,
        service,
        port,
        asker(port, service),
        (desk, credential) -> {
          TicketRequest request = new TicketRequest(signIn.random());
          String resource = service.user().toString();
          return switch (way) {
            case Way.Password _ ->
                new PasswordSignIn(desk)
                    .signIn(
                        port,
                        request.usernameToken(
                            credential.user().toString(),
                            credential.password().reveal().toCharArray(),
                            TokenType.SAML,
                            resource));
            case Way.Certificate _ ->
                certificate(notes)
                    .flatMap(own ->
                        new CertificateSignIn(desk, own)
                            .signIn(port, request.integrated(address, resource)));
            case Way.Ntlm _ ->
                ntlm(desk, credential).signIn(port, request.integrated(address, resource));
            case Way.Kerberos(_, var settings) ->
                new KerberosSignIn(journey, notes, desk, settings, credential)
                    .signIn(port, request.integrated(address, resource));
          };
        });
  }

  private Optional<? extends Ticket> token(StageNotes notes, TokenService service) {
    if (signIn.method() == SignInMethod.OAUTH
        && signIn.means().oauth().isPresent()
        && service.authority().isPresent()) {
      return outside(notes, service, service.authority().get());
    }
    URI endpoint = service.offer().endpoint();
    boolean byPassword =
        switch (signIn.method()) {
          case AUTO, OAUTH -> isUsers() && service.offer().takes(TokenRequest.GRANT);
          case KERBEROS, NTLM, PASSWORD, CERTIFICATE -> false;
        };
    boolean byWindows =
        switch (signIn.method()) {
          case AUTO, OAUTH, NTLM ->
              isUsers() && service.offer().grants().contains(TokenRequest.WINDOWS_GRANT);
          case KERBEROS, PASSWORD, CERTIFICATE -> false;
        };
    if (!byPassword && !byWindows) {
      return notOffered(notes, endpoint, String.join(", ", service.offer().grants()));
    }
    String asker = Route.of(service.user()).endpoint().host();
    return guarded(
        notes,
        service,
        endpoint,
        asker,
        (desk, credential) ->
            byPassword
                ? new TokenSignIn(desk).signIn(endpoint, credential)
                : new TokenSignIn(desk).signIn(endpoint, ntlm(desk, credential)));
  }

  /** Whether the secret is a user's, not that of a program at an authority outside. */
  private boolean isUsers() {
    return !signIn.means().byProgram() && !keysOnly();
  }

  private NtlmSignIn ntlm(TicketDesk desk, Credential credential) {
    return new NtlmSignIn(desk, credential, journey.network().clock(), signIn.random());
  }

  /**
   * A token of an authority outside of the deployment. Its host is one that the operator has named;
   * what an answer names is only shown.
   */
  private Optional<? extends Ticket> outside(StageNotes notes, Issuer service, URI named) {
    boolean usable =
        switch (signIn.method()) {
          case AUTO, OAUTH -> signIn.means().oauth().isPresent();
          case KERBEROS, NTLM, PASSWORD, CERTIFICATE -> false;
        };
    if (!usable) {
      notes.find(
          Reason.CHALLENGE_OTHER_AUTHORITY,
          service.user().toString(),
          Map.of("url", service.user().toString(), "offered", " (" + named + ")"));
      return Optional.empty();
    }
    String host = Route.of(service.user()).endpoint().host();
    if (!journey.maySendSecret(notes, service.user(), host, service.verified())) {
      return Optional.empty();
    }
    OAuthClient client = signIn.means().oauth().orElseThrow();
    Optional<Secret> beside = client.clientSecret().flatMap(source -> secret(notes, source));
    if (beside.isEmpty() && client.clientSecret().isPresent()) {
      return Optional.empty();
    }
    return credential(notes)
        .flatMap(credential ->
            attempt(
                notes,
                credential,
                (desk, known) ->
                    new AuthoritySignIn(desk, client, beside).signIn(service.user(), known)));
  }

  /** The certificate as it is now, for one connection. */
  private Optional<ShownCertificate> certificate(StageNotes notes) {
    return signIn
        .means()
        .certificate()
        .flatMap(files ->
            switch (files.load()) {
              case CertificateFiles.Loaded.Usable(var certificate) ->
                  Optional.of(new ShownCertificate(certificate));
              case CertificateFiles.Loaded.Unusable(String source, String why) -> {
                unreadable(notes, source, why);
                yield Optional.empty();
              }
            });
  }

  private static Optional<Ticket> notOffered(StageNotes notes, URI where, String offered) {
    notes.find(
        Reason.AUTH_METHOD_NOT_OFFERED,
        where.toString(),
        Map.of("endpoint", where.toString(), "offered", offered));
    return Optional.empty();
  }

  /** Those that the service offers and the account can use, the best first. */
  private List<Way> ways(TicketMetadata.Offered metadata) {
    Optional<URI> negotiate = port(metadata, TicketPort.WIN_NEGOTIATE);
    Optional<Way> kerberos =
        signIn
            .means()
            .kerberos()
            .flatMap(settings -> negotiate.map(port -> new Way.Kerberos(port, settings)));
    Optional<Way> ntlm = negotiate.or(() -> port(metadata, TicketPort.WIN_NTLM)).map(Way.Ntlm::new);
    Optional<Way> password = port(metadata, TicketPort.AUTH).map(Way.Password::new);
    Optional<Way> certificate = port(metadata, TicketPort.CERT).map(Way.Certificate::new);
    List<Optional<Way>> fitting =
        switch (signIn.method()) {
          case AUTO -> keysOnly() ? List.of(kerberos) : List.of(kerberos, ntlm, password);
          case KERBEROS -> List.of(kerberos);
          case NTLM -> List.of(ntlm);
          case PASSWORD -> List.of(password);
          case CERTIFICATE -> List.of(certificate);
          case OAUTH -> List.of();
        };
    return fitting.stream().flatMap(Optional::stream).toList();
  }

  /** Whether the account has no password that could be sent, or proven by NTLM. */
  private boolean keysOnly() {
    return signIn.means().kerberos().flatMap(KerberosSettings::keytab).isPresent();
  }

  private static Optional<URI> port(TicketMetadata.Offered metadata, TicketPort port) {
    return metadata.location(port).map(URI::create);
  }

  /** The 401 and the metadata both ask for the secret; either may speak for its own host. */
  private static String asker(URI port, TicketService service) {
    String user = Route.of(service.user()).endpoint().host();
    return Route.of(port).endpoint().host().equals(user)
        ? user
        : Route.of(service.source()).endpoint().host();
  }

  private Optional<Credential> credential(StageNotes notes) {
    return secret(notes, signIn.secret()).map(secret -> new Credential(signIn.userName(), secret));
  }

  private Optional<Secret> secret(StageNotes notes, SecretSource source) {
    return switch (source.read()) {
      case Reading.Available(var secret) -> Optional.of(secret);
      case Reading.Unreadable(String where, String why) -> {
        unreadable(notes, where, why);
        yield Optional.empty();
      }
    };
  }

  private void unreadable(StageNotes notes, String source, String why) {
    notes.find(
        Reason.SECRET_UNREADABLE, address.toString(), Map.of("source", source, "detail", why));
  }

  /** One way to sign in, once the secret may be sent. */
  private interface Attempted {
    Optional<? extends Ticket> by(TicketDesk desk, Credential credential);
  }

  /** Only at a host that the trust rule lets have the secret, and only if the guard allows it. */
  private Optional<? extends Ticket> guarded(
      StageNotes notes, Issuer issuer, URI where, String asker, Attempted way) {
    if (!journey.maySendSecret(notes, where, asker, issuer.verified())) {
      return Optional.empty();
    }
    journey.sightings().met(where, MetEndpoint.Role.TICKET);
    return credential(notes).flatMap(credential -> attempt(notes, credential, way));
  }

  private Optional<? extends Ticket> attempt(
      StageNotes notes, Credential credential, Attempted way) {
    return switch (signIn.guard().ask(credential, journey.stageDeadline())) {
      case Permission.Held(var rejectedAt, var retryAt) -> {
        notes.find(Reason.ACCOUNT_GUARDED, address.toString(), held(rejectedAt, retryAt));
        yield Optional.empty();
      }
      case Permission.Busy() -> {
        notes.find(Reason.ACCOUNT_BUSY, address.toString(), Map.of("account", address.toString()));
        yield Optional.empty();
      }
      case Permission.Unavailable(String why) -> {
        notes.find(Reason.GUARD_UNAVAILABLE, address.toString(), Map.of("detail", why));
        yield Optional.empty();
      }
      case Permission.Granted(var attempt) -> {
        try (attempt) {
          yield way.by(new TicketDesk(journey, notes, attempt, address, suspects()), credential);
        }
      }
    };
  }

  private Map<String, String> held(Instant rejectedAt, Instant retryAt) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("rejected-at", rejectedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    evidence.put("retry-at", retryAt.truncatedTo(ChronoUnit.SECONDS).toString());
    evidence.put("left", " for another " + Words.longTime(Duration.between(now(), retryAt)));
    return evidence;
  }

  private Suspects suspects() {
    return Suspects.of(signIn, address, LocalDate.ofInstant(now(), ZoneOffset.UTC));
  }

  private Instant now() {
    return journey.network().clock().instant();
  }
}
