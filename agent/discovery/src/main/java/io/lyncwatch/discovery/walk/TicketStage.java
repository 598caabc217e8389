package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
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
  }

  Optional<? extends Ticket> obtain(StageNotes notes, Issuer issuer) {
    return switch (issuer) {
      case TicketService service -> webTicket(notes, service);
      case TokenService service -> token(notes, service);
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
            case Way.Ntlm _ ->
                new NtlmSignIn(desk, credential, journey.network().clock(), signIn.random())
                    .signIn(port, request.integrated(address, resource));
          };
        });
  }

  private Optional<? extends Ticket> token(StageNotes notes, TokenService service) {
    URI endpoint = service.offer().endpoint();
    boolean usable =
        switch (signIn.method()) {
          case AUTO, OAUTH -> service.offer().takes(TokenRequest.GRANT);
          case NTLM, PASSWORD -> false;
        };
    if (!usable) {
      return notOffered(notes, endpoint, String.join(", ", service.offer().grants()));
    }
    String asker = Route.of(service.user()).endpoint().host();
    return guarded(
        notes,
        service,
        endpoint,
        asker,
        (desk, credential) -> new TokenSignIn(desk).signIn(endpoint, credential));
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
    return switch (signIn.secret().read()) {
      case Reading.Available(var secret) -> Optional.of(new Credential(signIn.userName(), secret));
      case Reading.Unreadable(String source, String why) -> {
        notes.find(
            Reason.SECRET_UNREADABLE, address.toString(), Map.of("source", source, "detail", why));
        yield Optional.empty();
      }
    };
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
