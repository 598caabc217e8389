package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.ticket.TicketMetadata;
import io.lyncwatch.discovery.ticket.TicketPort;
import io.lyncwatch.discovery.ticket.TicketRequest;
import io.lyncwatch.discovery.ticket.TokenType;
import io.lyncwatch.discovery.ticket.WebTicket;
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
  private record Way(SignInMethod method, URI port) {}

  Optional<WebTicket> obtain(StageNotes notes, TicketService service) {
    Optional<Way> way = way(service.metadata());
    if (way.isEmpty()) {
      notes.find(
          Reason.AUTH_METHOD_NOT_OFFERED,
          service.source().toString(),
          Map.of(
              "endpoint",
              service.source().toString(),
              "offered",
              MetadataStage.names(service.metadata())));
      return Optional.empty();
    }
    URI port = way.get().port();
    if (!journey.maySendSecret(notes, port, asker(port, service), service.verified())) {
      return Optional.empty();
    }
    journey.sightings().met(port, MetEndpoint.Role.TICKET);
    return credential(notes).flatMap(credential -> attempt(notes, way.get(), credential, service));
  }

  private Optional<Way> way(TicketMetadata.Offered metadata) {
    Optional<Way> ntlm =
        metadata
            .location(TicketPort.WIN_NEGOTIATE)
            .or(() -> metadata.location(TicketPort.WIN_NTLM))
            .map(port -> new Way(SignInMethod.NTLM, URI.create(port)));
    Optional<Way> password =
        metadata
            .location(TicketPort.AUTH)
            .map(port -> new Way(SignInMethod.PASSWORD, URI.create(port)));
    return switch (signIn.method()) {
      case AUTO -> ntlm.or(() -> password);
      case NTLM -> ntlm;
      case PASSWORD -> password;
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

  private Optional<WebTicket> attempt(
      StageNotes notes, Way way, Credential credential, TicketService service) {
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
          TicketDesk desk = new TicketDesk(journey, notes, attempt, address);
          TicketRequest request = new TicketRequest(signIn.random());
          String resource = service.user().toString();
          yield switch (way.method()) {
            case PASSWORD ->
                new PasswordSignIn(desk)
                    .signIn(
                        way.port(),
                        request.usernameToken(
                            credential.user().toString(),
                            credential.password().reveal().toCharArray(),
                            TokenType.SAML,
                            resource));
            case NTLM, AUTO ->
                new NtlmSignIn(desk, credential, journey.network().clock(), signIn.random())
                    .signIn(way.port(), request.integrated(address, resource));
          };
        }
      }
    };
  }
}
