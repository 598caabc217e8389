package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.finding.Reason;
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
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a ticket with the account's secret: only at a host that the trust rule lets have it, and
 * only if the guard does not hold it back.
 */
final class TicketStage {
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

  private Optional<? extends Ticket> webTicket(StageNotes notes, TicketService service) {
    Optional<Way> way = way(service.metadata());
    if (way.isEmpty()) {
      return notOffered(notes, service.source(), MetadataStage.names(service.metadata()));
    }
    URI port = way.get().port();
    return guarded(
        notes,
        service,
        port,
        asker(port, service),
        (desk, credential) -> {
          TicketRequest request = new TicketRequest(signIn.random());
          String resource = service.user().toString();
          return switch (way.get()) {
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
          };
        });
  }

  private Optional<? extends Ticket> token(StageNotes notes, TokenService service) {
    if (signIn.method() == SignInMethod.OAUTH
        && signIn.oauth().isPresent()
        && service.authority().isPresent()) {
      return outside(notes, service, service.authority().get());
    }
    URI endpoint = service.offer().endpoint();
    boolean byPassword =
        switch (signIn.method()) {
          case AUTO, OAUTH -> isUsers() && service.offer().takes(TokenRequest.GRANT);
          case NTLM, PASSWORD, CERTIFICATE -> false;
        };
    boolean byWindows =
        switch (signIn.method()) {
          case AUTO, OAUTH, NTLM ->
              isUsers() && service.offer().grants().contains(TokenRequest.WINDOWS_GRANT);
          case PASSWORD, CERTIFICATE -> false;
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
    return signIn
        .oauth()
        .filter(client -> client.grant() == OAuthClient.Grant.CLIENT_CREDENTIALS)
        .isEmpty();
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
          case AUTO, OAUTH -> signIn.oauth().isPresent();
          case NTLM, PASSWORD, CERTIFICATE -> false;
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
    OAuthClient client = signIn.oauth().orElseThrow();
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

  private Optional<Way> way(TicketMetadata.Offered metadata) {
    Optional<Way> ntlm =
        metadata
            .location(TicketPort.WIN_NEGOTIATE)
            .or(() -> metadata.location(TicketPort.WIN_NTLM))
            .map(port -> new Way.Ntlm(URI.create(port)));
    Optional<Way> password =
        metadata.location(TicketPort.AUTH).map(port -> new Way.Password(URI.create(port)));
    return switch (signIn.method()) {
      case AUTO -> ntlm.or(() -> password);
      case NTLM -> ntlm;
      case PASSWORD -> password;
      case OAUTH -> Optional.empty();
      case CERTIFICATE ->
          metadata.location(TicketPort.CERT).map(port -> new Way.Certificate(URI.create(port)));
    };
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
        notes.find(
            Reason.ACCOUNT_GUARDED,
            address.toString(),
            Map.of("rejected-at", rejectedAt.toString(), "retry-at", retryAt.toString()));
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
          yield way.by(new TicketDesk(journey, notes, attempt, address), credential);
        }
      }
    };
  }
}
