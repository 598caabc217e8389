package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.NtlmAnswer;
import io.lyncwatch.discovery.auth.NtlmForm;
import io.lyncwatch.discovery.auth.NtlmHandshake;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.SecretBody;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * Signs in with NTLM over HTTP (RFC 4559): a request without proof, whose 401 names the schemes;
 * the first message, whose 401 brings the challenge; and on the same connection the proof. Where a
 * form of the messages brings no challenge, the next that is offered has its turn. A 401 to the
 * proof is final.
 */
final class NtlmSignIn implements HttpSignIn {
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

  @Override
  public <T> Optional<T> signIn(Request request, BiFunction<Answer, String, Optional<T>> judge) {
    return desk.offers(request, NtlmForm.NTLM.scheme(), NtlmForm.WRAPPED.scheme())
        .flatMap(answer -> signIn(request, forms(answer).iterator(), judge));
  }

  /** By its own name first, then as Windows does it under Negotiate. */
  private static List<NtlmForm> forms(Answer unauthorized) {
    return Arrays.stream(NtlmForm.values())
        .filter(form -> Challenges.offers(unauthorized.response(), form.scheme()))
        .toList();
  }

  private <T> Optional<T> signIn(
      Request request, Iterator<NtlmForm> forms, BiFunction<Answer, String, Optional<T>> judge) {
    NtlmForm form = forms.next();
    NtlmHandshake handshake =
        new NtlmHandshake(
            form, credential, Route.of(request.url()).endpoint().host(), clock, random);
    Optional<Answer> challenged =
        desk.askWithoutProof(
            request.with("Authorization", form.scheme() + " " + handshake.negotiate()));
    if (challenged.isEmpty()) {
      return Optional.empty();
    }
    Answer answer = challenged.get();
    String token = Challenges.token(answer.response(), form.scheme());
    return switch (handshake.answer(token, answer.certificate())) {
      case NtlmAnswer.Token(String proof, var server) -> {
        desk.step(answer, form.toString(), "401, challenge of " + server.netbiosDomain(), true);
        yield prove(request, form, proof, answer, judge);
      }
      case NtlmAnswer.Refused(String why) -> {
        desk.step(answer, form.toString(), Words.of(answer.response()) + ", " + why, false);
        yield answer.response().status() == 401 && forms.hasNext()
            ? signIn(request, forms, judge)
            : unusable(answer, why);
      }
    };
  }

  private <T> Optional<T> prove(
      Request request,
      NtlmForm form,
      String proof,
      Answer challenged,
      BiFunction<Answer, String, Optional<T>> judge) {
    return desk.ask(
            request.withSecret("Authorization", form.scheme() + " " + proof).onSameConnection())
        .flatMap(answer -> desk.judgeProof(challenged, answer, "NTLM proof", judge));
  }

  private <T> Optional<T> unusable(Answer answer, String why) {
    desk.find(
        answer.response().status() == 401 ? Reason.AUTH_CHALLENGE_UNUSABLE : Reason.TICKET_REFUSED,
        answer,
        Map.of("diagnostics", " (" + why + ")"));
    return Optional.empty();
  }
}
