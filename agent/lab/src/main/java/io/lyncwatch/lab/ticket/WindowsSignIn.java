package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.Standing;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Integrated Windows authentication as IIS does it with NTLM: three requests on one connection. The
 * challenge belongs to the connection and is good for one answer. Unlike IIS it asks again on every
 * request, even on a connection that has signed in. An account that the directory bars is refused
 * as one with a wrong password is.
 */
final class WindowsSignIn {
  private static final int OPEN_CHALLENGES = 4096;
  private static final int NEGOTIATE_BYTES = 16;
  private static final int OFFER_AT = 12;

  private final ServerNames names;
  private final Accounts accounts;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final OpenChallenges open = new OpenChallenges();

  WindowsSignIn(String serverFqdn, Accounts accounts, InstantSource clock, RandomGenerator random) {
    this.names = ServerNames.of(serverFqdn);
    this.accounts = accounts;
    this.clock = clock;
    this.random = random;
  }

  SignIn attempt(Request request) {
    return request
        .header("Authorization")
        .flatMap(Authorization::read)
        .map(authorization -> attempt(request.connection(), authorization))
        .orElseGet(WindowsSignIn::refuse);
  }

  private SignIn attempt(String connection, Authorization authorization) {
    NtlmMessage message = authorization.message();
    return switch (message.type()) {
      case NtlmMessage.NEGOTIATE -> challenge(connection, authorization);
      case NtlmMessage.AUTHENTICATE ->
          open.take(connection)
              .flatMap(exchange -> user(exchange, message))
              .<SignIn>map(SignIn.Accepted::new)
              .orElseGet(WindowsSignIn::refuse);
      default -> refuse();
    };
  }

  private SignIn challenge(String connection, Authorization authorization) {
    NtlmMessage offer = authorization.message();
    if (offer.length() < NEGOTIATE_BYTES
        || !NtlmFlags.has(offer.number(OFFER_AT), NtlmFlags.UNICODE | NtlmFlags.OEM)) {
      return refuse();
    }
    byte[] challenge = new byte[ChallengeMessage.CHALLENGE_BYTES];
    random.nextBytes(challenge);
    ChallengeMessage question =
        ChallengeMessage.of(offer.number(OFFER_AT), challenge, names, clock.instant());
    open.put(connection, new Exchange(offer, question));
    String token = Base64Text.of(question.bytes());
    return new SignIn.Refused(
        Pages.UNAUTHORIZED.with("WWW-Authenticate", authorization.scheme() + " " + token));
  }

  private Optional<User> user(Exchange exchange, NtlmMessage message) {
    return AuthenticateMessage.read(message)
        .flatMap(answer ->
            accounts
                .named(answer.domain(), answer.user())
                .filter(user -> user.standing() == Standing.GOOD)
                .filter(user ->
                    NtlmV2.proves(user.password(), exchange.offer(), exchange.question(), answer)));
  }

  private static SignIn refuse() {
    Reply reply =
        Pages.UNAUTHORIZED
            .with("WWW-Authenticate", Authorization.NEGOTIATE)
            .with("WWW-Authenticate", Authorization.NTLM);
    return new SignIn.Refused(reply);
  }

  private record Exchange(NtlmMessage offer, ChallengeMessage question) {}

  /** By connection; the oldest is forgotten when there are too many, for clients may not return. */
  private static final class OpenChallenges {
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();

    synchronized void put(String connection, Exchange exchange) {
      exchanges.remove(connection);
      if (exchanges.size() == OPEN_CHALLENGES) {
        exchanges.remove(exchanges.keySet().iterator().next());
      }
      exchanges.put(connection, exchange);
    }

    synchronized Optional<Exchange> take(String connection) {
      return Optional.ofNullable(exchanges.remove(connection));
    }
  }
}
