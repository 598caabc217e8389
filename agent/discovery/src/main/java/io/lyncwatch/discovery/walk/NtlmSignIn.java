package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.NtlmAnswer;
import io.lyncwatch.discovery.auth.NtlmHandshake;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.SecretBody;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * Signs in with NTLM over HTTP (RFC 4559): a request without proof, whose 401 names the schemes;
 * the first message, whose 401 brings the challenge; and on the same connection the proof. A 401 to
 * the proof is final.
 */
final class NtlmSignIn {
  private static final List<String> SCHEMES = List.of("NTLM", "Negotiate");

  private final TicketDesk desk;
  private final Credential credential;
  private final InstantSource clock;
  private final RandomGenerator random;

  NtlmSignIn(TicketDesk desk, Credential credential, InstantSource clock, RandomGenerator random) {
    this.desk = desk;
    this.credential = credential;
    this.clock = clock;
    this.random = random;
  }

  Optional<WebTicket> signIn(URI port, SecretBody body) {
    return signIn(TicketDesk.request(port, body), desk::judge);
  }

  /**
   * The same for any request.
   *
   * @param judge reads the answer to the proof, unless it rejects it
   */
  <T> Optional<T> signIn(Request request, BiFunction<Answer, String, Optional<T>> judge) {
    NtlmHandshake handshake =
        new NtlmHandshake(credential, Route.of(request.url()).endpoint().host(), clock, random);
    return desk.ask(request)
        .flatMap(this::scheme)
        .flatMap(scheme -> signIn(request, scheme, handshake, judge));
  }

  /** Which scheme the first 401 offers; NTLM by its own name is understood by more servers. */
  private Optional<String> scheme(Answer answer) {
    Optional<String> offered =
        answer.response().status() == 401
            ? SCHEMES.stream().filter(s -> Challenges.offers(answer.response(), s)).findFirst()
            : Optional.empty();
    desk.step(
        answer,
        "without proof",
        Words.of(answer.response()) + offered.map(s -> ", offers " + s).orElse(""),
        offered.isPresent());
    if (offered.isEmpty()) {
      boolean unauthorized = answer.response().status() == 401;
      desk.find(
          unauthorized ? Reason.AUTH_METHOD_NOT_OFFERED : Reason.TICKET_REFUSED,
          answer,
          unauthorized
              ? Map.of("offered", String.join(", ", Challenges.schemes(answer.response())))
              : Map.of());
    }
    return offered;
  }

  private <T> Optional<T> signIn(
      Request request,
      String scheme,
      NtlmHandshake handshake,
      BiFunction<Answer, String, Optional<T>> judge) {
    Optional<Answer> challenged =
        desk.ask(request.with("Authorization", scheme + " " + handshake.negotiate()));
    return challenged.flatMap(answer -> prove(request, scheme, handshake, answer, judge));
  }

  private <T> Optional<T> prove(
      Request request,
      String scheme,
      NtlmHandshake handshake,
      Answer challenged,
      BiFunction<Answer, String, Optional<T>> judge) {
    String token = Challenges.token(challenged.response(), scheme);
    return switch (handshake.answer(token, challenged.certificate())) {
      case NtlmAnswer.Refused(String why) -> {
        desk.step(
            challenged, "NTLM negotiation", Words.of(challenged.response()) + ", " + why, false);
        desk.find(Reason.TICKET_REFUSED, challenged, Map.of("diagnostics", " (" + why + ")"));
        yield Optional.empty();
      }
      case NtlmAnswer.Token(String proof, var server) -> {
        desk.step(
            challenged, "NTLM negotiation", "401, challenge of " + server.netbiosDomain(), true);
        yield desk.ask(request.withSecret("Authorization", scheme + " " + proof).onSameConnection())
            .flatMap(answer -> desk.judgeProof(challenged, answer, "NTLM proof", judge));
      }
    };
  }
}
