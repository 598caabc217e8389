package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
      };
    }

    record Kerberos(URI port, KerberosSettings settings) implements Way {}

    record Ntlm(URI port) implements Way {}

    record Password(URI port) implements Way {}
  }

  Optional<? extends Ticket> obtain(StageNotes notes, Issuer issuer) {
    return switch (issuer) {
      case TicketService service -> webTicket(notes, service);
      case TokenService service -> token(notes, service);
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
            case Way.Ntlm _ ->
                new NtlmSignIn(desk, credential, journey.network().clock(), signIn.random())
                    .signIn(port, request.integrated(address, resource));
            case Way.Kerberos(_, var settings) ->
                new KerberosSignIn(journey, notes, desk, settings, credential)
                    .signIn(port, request.integrated(address, resource));
          };
        });
  }

  private Optional<? extends Ticket> token(StageNotes notes, TokenService service) {
    URI endpoint = service.offer().endpoint();
    boolean usable =
        switch (signIn.method()) {
          case AUTO, OAUTH -> service.offer().takes(TokenRequest.GRANT);
          case KERBEROS, NTLM, PASSWORD -> false;
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

  /** Those that the service offers and the account can use, the best first. */
  private List<Way> ways(TicketMetadata.Offered metadata) {
    Optional<URI> negotiate = port(metadata, TicketPort.WIN_NEGOTIATE);
    Optional<Way> kerberos =
        signIn
            .kerberos()
            .flatMap(settings -> negotiate.map(port -> new Way.Kerberos(port, settings)));
    Optional<Way> ntlm = negotiate.or(() -> port(metadata, TicketPort.WIN_NTLM)).map(Way.Ntlm::new);
    Optional<Way> password = port(metadata, TicketPort.AUTH).map(Way.Password::new);
    boolean keysOnly = signIn.kerberos().flatMap(KerberosSettings::keytab).isPresent();
    return (switch (signIn.method()) {
          case AUTO ->
              keysOnly
                  ? kerberos.stream()
                  : Stream.of(kerberos, ntlm, password).flatMap(Optional::stream);
          case KERBEROS -> kerberos.stream();
          case NTLM -> ntlm.stream();
          case PASSWORD -> password.stream();
          case OAUTH -> Stream.<Way>empty();
        })
        .toList();
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
