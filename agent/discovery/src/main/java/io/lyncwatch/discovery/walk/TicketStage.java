package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.KerberosSignOn;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.Ticket;
import io.lyncwatch.discovery.ticket.TicketRequest;
import io.lyncwatch.discovery.ticket.TokenType;
import io.lyncwatch.discovery.tls.ShownCertificate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Asks for the tickets of one walk, each in a way that the service offers and the account can use.
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
  private final SecretGate gate;
  private Optional<KerberosSignOn> signOn = Optional.empty();

  TicketStage(Journey journey, SignInAddress address, SignIn signIn) {
    this.journey = journey;
    this.address = address;
    this.signIn = signIn;
    this.gate = new SecretGate(journey, address, signIn);
  }

  Optional<? extends Ticket> obtain(StageNotes notes, Issuer issuer) {
    return switch (issuer) {
      case TicketService service -> webTicket(notes, service);
      case TokenService service -> token(notes, service);
      case AuthorityService service -> outside(notes, service, service.authority());
    };
  }

  private Optional<? extends Ticket> webTicket(StageNotes notes, TicketService service) {
    List<Way> ways = Way.of(signIn, service.metadata());
    return ways.isEmpty()
        ? notOffered(notes, service.source(), MetadataStage.names(service.metadata()))
        : inTurn(notes, ways, (way, tried) -> by(way, tried, service));
  }

  /** Tries the ways in turn, each only if the one before is not there to be had. */
  private static <W> Optional<? extends Ticket> inTurn(
      StageNotes notes,
      List<W> ways,
      BiFunction<W, StageNotes, Optional<? extends Ticket>> attempt) {
    for (W way : ways.subList(0, ways.size() - 1)) {
      StageNotes tried = new StageNotes(notes.stage());
      Optional<? extends Ticket> ticket = attempt.apply(way, tried);
      boolean missing = ticket.isEmpty() && tried.brokenBy(MISSING.keySet());
      notes.takeAll(tried, missing ? MISSING : Map.of());
      if (!missing) {
        return ticket;
      }
    }
    return attempt.apply(ways.getLast(), notes);
  }

  private Optional<? extends Ticket> by(Way way, StageNotes notes, TicketService service) {
    URI port = way.port();
    if (signIn.method() == SignInMethod.AUTO) {
      notes.step("sign-in: auto", way.chosen(), true, Duration.ZERO);
    }
    return gate.pass(
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
                certificate(notes, credential)
                    .flatMap(own ->
                        new CertificateSignIn(desk, own)
                            .signIn(port, request.integrated(address, resource)));
            case Way.Ntlm _ ->
                ntlm(desk, credential).signIn(port, request.integrated(address, resource));
            case Way.Kerberos(_, var settings) ->
                new KerberosSignIn(journey, notes, desk, settings, signOn(settings, credential))
                    .signIn(port, request.integrated(address, resource));
          };
        });
  }

  /** The same for all tickets of a walk, unless the secret changes meanwhile. */
  private KerberosSignOn signOn(KerberosSettings settings, Credential credential) {
    KerberosSignOn same =
        signOn
            .filter(earlier -> earlier.isBy(credential))
            .orElseGet(() -> new KerberosSignOn(settings, credential));
    signOn = Optional.of(same);
    return same;
  }

  private Optional<? extends Ticket> token(StageNotes notes, TokenService service) {
    if (signIn.method() == SignInMethod.OAUTH
        && signIn.means().oauth().isPresent()
        && service.authority().isPresent()) {
      return outside(notes, service, service.authority().get());
    }
    List<TokenWay> ways = TokenWay.of(signIn, service.offer());
    return ways.isEmpty()
        ? notOffered(notes, service.offer().endpoint(), String.join(", ", service.offer().grants()))
        : inTurn(notes, ways, (way, tried) -> by(way, tried, service));
  }

  private Optional<? extends Ticket> by(TokenWay way, StageNotes notes, TokenService service) {
    if (signIn.method() == SignInMethod.AUTO) {
      notes.step("sign-in: auto", way.chosen(), true, Duration.ZERO);
    }
    URI endpoint = service.offer().endpoint();
    String asker = Route.of(service.user()).endpoint().host();
    return gate.pass(
        notes,
        service,
        endpoint,
        asker,
        (desk, credential) -> {
          TokenSignIn token = new TokenSignIn(desk);
          return switch (way) {
            case TokenWay.Password _ -> token.signIn(endpoint, credential);
            case TokenWay.Ntlm _ -> token.signIn(endpoint, ntlm(desk, credential));
            case TokenWay.Kerberos(var settings) ->
                token.signIn(
                    endpoint,
                    new KerberosSignIn(
                        journey, notes, desk, settings, signOn(settings, credential)));
          };
        });
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
    OAuthClient client = signIn.means().oauth().orElseThrow();
    // A token for what the operator names is good there, whoever is shown it.
    boolean good = client.resource().isPresent() || client.scope().isPresent();
    if (!journey.maySendSecret(notes, service.user(), good ? "" : host, service.verified())) {
      return Optional.empty();
    }
    return gate.attempt(
        notes,
        (desk, known) -> {
          Optional<Beside> beside =
              client.clientSecret().flatMap(source -> gate.beside(notes, client, source));
          return beside.isEmpty() && client.clientSecret().isPresent()
              ? Optional.empty()
              : new AuthoritySignIn(desk, client, beside).signIn(service.user(), known);
        });
  }

  /** The certificate as it is now, for one connection, if it is the one that the guard lets out. */
  private Optional<ShownCertificate> certificate(StageNotes notes, Credential granted) {
    return signIn
        .means()
        .certificate()
        .flatMap(files ->
            switch (files.load()) {
              case CertificateFiles.Loaded.Usable(var certificate)
                  when certificate.digest().equals(granted.password().reveal()) ->
                  Optional.of(new ShownCertificate(certificate));
              case CertificateFiles.Loaded.Usable _ -> {
                gate.unreadable(
                    notes, files.certificate().toString(), "was exchanged while it was in use");
                yield Optional.empty();
              }
              case CertificateFiles.Loaded.Unusable(String source, String why) -> {
                gate.unreadable(notes, source, why);
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

  /** The 401 and the metadata both ask for the secret; either may speak for its own host. */
  private static String asker(URI port, TicketService service) {
    String user = Route.of(service.user()).endpoint().host();
    return Route.of(port).endpoint().host().equals(user)
        ? user
        : Route.of(service.source()).endpoint().host();
  }
}
