package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.LockoutGuard.Attempt;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Failure;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.ticket.AnswerReader;
import io.lyncwatch.discovery.ticket.BearerToken;
import io.lyncwatch.discovery.ticket.Diagnostics;
import io.lyncwatch.discovery.ticket.MoreAsked;
import io.lyncwatch.discovery.ticket.SecretBody;
import io.lyncwatch.discovery.ticket.StatedCause;
import io.lyncwatch.discovery.ticket.TicketAnswer;
import io.lyncwatch.discovery.ticket.TicketRequest;
import io.lyncwatch.discovery.ticket.TokenError;
import io.lyncwatch.discovery.ticket.WebTicket;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.ShownCertificate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What all ways to a ticket share: sending the request, reading the answer to a proof, and telling
 * the guard how the secret fared.
 */
final class TicketDesk {
  /** Fault codes of WS-Security 1.1, section 12, by which a service says that it knows better. */
  private static final Set<String> REJECTING =
      Set.of("FailedAuthentication", "InvalidSecurityToken", "FailedCheck");

  private static final TicketAnswer.Fault NO_FAULT =
      new TicketAnswer.Fault("", "", Optional.empty());

  private final Journey journey;
  private final StageNotes notes;
  private final Attempt attempt;
  private final SignInAddress address;
  private boolean known;
  private final Suspects suspects;

  TicketDesk(
      Journey journey,
      StageNotes notes,
      Attempt attempt,
      SignInAddress address,
      Suspects suspects) {
    this.journey = journey;
    this.notes = notes;
    this.attempt = attempt;
    this.address = address;
    this.suspects = suspects;
  }

  /** Somebody else, who can judge the secret, has found it right. */
  void known() {
    known = true;
    attempt.accepted();
  }

  /** What the guard knows of this attempt, for a way on which others judge the secret. */
  Attempt attempt() {
    return attempt;
  }

  /** The request for a ticket at a port. */
  static Request request(URI port, SecretBody body) {
    return Request.post(
            port,
            new Request.Body(
                TicketRequest.CONTENT_TYPE, new String(body.bytes(), StandardCharsets.UTF_8), true))
        .with("SOAPAction", TicketRequest.SOAP_ACTION);
  }

  /**
   * Asks without proof for a port whose 401 names schemes of HTTP authentication.
   *
   * @param schemes any of which will do
   * @return the 401, if it offers one of them; else what came is written down
   */
  Optional<Answer> offers(Request request, String... schemes) {
    return askWithoutProof(request).filter(answer -> offers(answer, schemes));
  }

  private boolean offers(Answer answer, String... schemes) {
    boolean unauthorized = answer.response().status() == 401;
    List<String> offered = unauthorized ? Challenges.schemes(answer.response()) : List.of();
    boolean good =
        Arrays.stream(schemes).anyMatch(s -> offered.stream().anyMatch(s::equalsIgnoreCase));
    String listed = String.join(", ", offered);
    step(
        answer,
        "without proof",
        Words.of(answer.response()) + (unauthorized ? ", offers " + listed : ""),
        good);
    if (!good) {
      find(
          unauthorized ? Reason.AUTH_METHOD_NOT_OFFERED : Reason.TICKET_REFUSED,
          answer,
          unauthorized ? Map.of("offered", listed) : diagnostics(answer));
    }
    return good;
  }

  /** Asks with nothing in it that the account's secret could be judged by. */
  Optional<Answer> askWithoutProof(Request request) {
    return journey.ask(notes, request);
  }

  /** Asks; the guard learns of it first if the request carries the secret or a proof of it. */
  Optional<Answer> ask(Request request) {
    if (!request.carriesSecret()) {
      return journey.ask(notes, request);
    }
    attempt.sending();
    Exchange exchange = journey.exchange(request);
    if (exchange.result() instanceof Exchange.Result.Failed(var failure)
        && !failure.mayHaveBeenSent()) {
      attempt.uncounted();
    }
    return journey.note(notes, exchange);
  }

  /**
   * Asks on a connection of its own on which a certificate may be shown. An alert once it was shown
   * is the server's verdict, also if it comes in place of an answer: TLS 1.3 has no other place for
   * it, and IIS asks for a certificate when it has read the request.
   */
  Optional<Answer> askShowing(ShownCertificate certificate, Request request) {
    attempt.sending();
    Exchange exchange = journey.exchangeShowing(certificate, request);
    if (!(exchange.result() instanceof Exchange.Result.Failed(var failure))) {
      return journey.note(notes, exchange);
    }
    Optional<String> refusal = refusal(failure).filter(_ -> certificate.shown());
    if (refusal.isPresent()) {
      attempt.rejected();
      notes.step(request + ", client certificate", refusal.get(), false, exchange.took());
      notes.find(
          Reason.AUTH_CERTIFICATE_REJECTED,
          request.url().toString(),
          Map.of(
              "endpoint",
              request.url().toString(),
              "diagnostics",
              " (the server " + refusal.get() + ")"));
      return Optional.empty();
    }
    if (!failure.mayHaveBeenSent() && !certificate.shown()) {
      attempt.uncounted();
    }
    return journey.note(notes, exchange);
  }

  /** By which the server refuses what it was shown, in words that go on from "the server". */
  private static Optional<String> refusal(Failure failure) {
    return switch (failure) {
      case Failure.NoHandshake(_, var handshake)
          when handshake.fault() == Handshake.Fault.REFUSED ->
          Optional.of(handshake.detail());
      case Failure.Alerted(var alert) when alert.isOnCertificate() -> Optional.of(alert.detail());
      default -> Optional.empty();
    };
  }

  /** Nobody asked for the certificate, so that nothing is known of it. */
  void notShown(Answer answer, String what) {
    attempt.uncounted();
    step(answer, what, Words.of(answer.response()) + ", not asked for", false);
    notes.find(Reason.AUTH_CERTIFICATE_NOT_ASKED, answer.url().toString(), evidence(answer));
  }

  void step(Answer answer, String what, String words, boolean good) {
    notes.step("POST " + answer.url() + ", " + what, words, good, answer.took());
  }

  /** Something that is wrong before any proof was sent. */
  void find(Reason reason, Answer answer, Map<String, String> more) {
    Map<String, String> evidence = evidence(answer);
    evidence.putAll(more);
    notes.find(reason, answer.url().toString(), evidence);
  }

  /**
   * Reads the answer to a request that carried a proof of the secret over HTTP authentication,
   * which rejects by a 401 and by nothing else. A 401 of another server than the one that
   * challenged says nothing of the secret.
   *
   * @param reader of any other answer
   */
  <T> Optional<T> judgeProof(
      Answer challenged,
      Answer answer,
      String what,
      BiFunction<Answer, String, Optional<T>> reader) {
    if (answer.response().status() != 401) {
      attempt.uncounted();
      return reader.apply(answer, what);
    }
    Optional<String> challenger = challenged.response().server();
    Optional<String> judge = answer.response().server();
    if (challenger.isPresent() && judge.isPresent() && !challenger.equals(judge)) {
      rebalanced(answer, what, challenger.get(), judge.get());
    } else {
      rejected(answer, what, true);
    }
    return Optional.empty();
  }

  private void rebalanced(Answer answer, String what, String challenger, String judge) {
    step(answer, what, "401 from " + judge + ", the challenge was of " + challenger, false);
    Map<String, String> evidence = evidence(answer);
    evidence.put("challenged by", challenger);
    notes.find(Reason.AUTH_CONNECTION_NOT_KEPT, answer.url().toString(), evidence);
  }

  /** Reads the answer to a request that carried the secret in its message. */
  Optional<WebTicket> judge(Answer answer, String what) {
    Response response = answer.response();
    return switch (AnswerReader.read(response.body())) {
      case TicketAnswer.Issued(WebTicket ticket) when response.status() == 200 -> {
        accepted(answer, what, "ticket issued");
        yield Optional.of(ticket);
      }
      case TicketAnswer.Fault fault -> refused(answer, what, fault);
      case TicketAnswer.Issued _ -> refused(answer, what, NO_FAULT);
      case TicketAnswer.Unreadable _ -> refused(answer, what, NO_FAULT);
    };
  }

  /** The secret was right, and there is no token all the same. */
  Optional<BearerToken> noToken(Answer answer, String what) {
    Optional<WebTicket> none = refused(answer, what, NO_FAULT);
    return none.flatMap(_ -> Optional.empty());
  }

  /** There is no token, for another reason than the secret; the guard counts that. */
  Optional<BearerToken> noToken(Answer answer, String what, String error) {
    String said = error.isEmpty() ? "" : ", " + error;
    step(answer, what, Words.of(answer.response()) + said, false);
    find(
        Reason.TICKET_REFUSED,
        answer,
        error.isEmpty() ? Map.of() : Map.of("diagnostics", " (" + error + ")"));
    return Optional.empty();
  }

  /** The secret was right. */
  void accepted(Answer answer, String what, String words) {
    attempt.accepted();
    step(answer, what, words, true);
  }

  /**
   * The service rejects the sign-in by more than the secret alone; what it says of that tells
   * whether the secret is not to be sent again.
   */
  void rejected(Answer answer, String what) {
    rejected(answer, what, false);
  }

  /** The same in the words of another reason. */
  void rejected(Answer answer, String what, Reason reason) {
    attempt.rejected();
    tell(answer, what, reason, said(header(answer.response())), Map.of());
  }

  /**
   * An authority outside rejects the secret.
   *
   * @param more evidence in place of what is said of users of the own directory
   */
  void rejected(Answer answer, String what, TokenError why, Map<String, String> more) {
    attempt.rejected();
    tell(answer, what, why, more);
  }

  /** An authority rejects another secret that was sent along, and did not look at this one. */
  void rejectedForAnother(Answer answer, String what, TokenError why, Map<String, String> more) {
    attempt.uncounted();
    tell(answer, what, why, more);
  }

  /** Something else was missing, and whether the secret was looked at is not known. */
  void rejectedWithoutVerdict(
      Answer answer, String what, TokenError why, Map<String, String> more) {
    tell(answer, what, why, more);
  }

  private void tell(Answer answer, String what, TokenError why, Map<String, String> more) {
    Map<String, String> evidence = new LinkedHashMap<>(evidence(why.cause(), false));
    evidence.putAll(more);
    tell(answer, what, Rejected.reason(why.cause()), why.toString(), evidence);
  }

  /**
   * An authority outside has nothing against the secret, and wants more than that. Where it says so
   * by words alone, it is not known whether it looked at the secret first.
   */
  void moreAsked(Answer answer, String what, TokenError why, MoreAsked more) {
    if (!why.codes().isEmpty()) {
      attempt.uncounted();
    }
    step(answer, what, "more is asked, " + why, false);
    find(
        Reason.AUTH_INTERACTION_REQUIRED,
        answer,
        Map.of(
            "diagnostics", " (" + why + ")",
            "wanted", Interaction.wanted(more),
            "remedy", Interaction.remedy(more)));
  }

  private void rejected(Answer answer, String what, boolean proof) {
    Optional<Diagnostics> diagnostics = header(answer.response());
    if (diagnostics.filter(d -> d.errorId() == Diagnostics.NOT_SIP_ENABLED).isPresent()) {
      attempt.accepted();
      tell(answer, what, Reason.AUTH_USER_NOT_ENABLED, said(diagnostics), Map.of());
      return;
    }
    if (known) {
      Optional<WebTicket> _ = refused(answer, what, NO_FAULT);
      return;
    }
    attempt.rejected();
    Optional<StatedCause> cause =
        diagnostics
            .flatMap(d -> StatedCause.ofWords(d.reason()))
            .or(() -> StatedCause.ofPage(answer.response().body()));
    tell(answer, what, Rejected.reason(cause), said(diagnostics), evidence(cause, proof));
  }

  private static String said(Optional<Diagnostics> diagnostics) {
    return diagnostics.map(Diagnostics::toString).orElse("");
  }

  private Map<String, String> evidence(Optional<StatedCause> cause, boolean proof) {
    return cause.map(Rejected::evidence).orElseGet(() -> Map.of("suspects", suspects.words(proof)));
  }

  private void tell(
      Answer answer, String what, Reason reason, String said, Map<String, String> more) {
    step(answer, what, "rejected" + (said.isEmpty() ? "" : ", " + said), false);
    Map<String, String> evidence = evidence(answer);
    if (!said.isEmpty()) {
      evidence.put("diagnostics", " (" + said + ")");
    }
    evidence.putAll(more);
    notes.find(reason, answer.url().toString(), evidence);
  }

  private Optional<WebTicket> refused(Answer answer, String what, TicketAnswer.Fault fault) {
    Optional<Diagnostics> diagnostics = fault.diagnostics().or(() -> header(answer.response()));
    String words = fault.text() + " " + diagnostics.map(Diagnostics::reason).orElse("");
    Optional<StatedCause> cause = StatedCause.ofWords(words);
    Reason found = reason(fault, diagnostics, words, cause);
    Reason reason = known && Rejected.REASONS.contains(found) ? Reason.TICKET_REFUSED : found;
    if (Rejected.REASONS.contains(reason)) {
      attempt.rejected();
    } else if (reason != Reason.TICKET_REFUSED) {
      attempt.accepted();
    }
    String said = diagnostics.map(Diagnostics::toString).orElse(fault.text());
    step(answer, what, Words.of(answer.response()) + (said.isEmpty() ? "" : ", " + said), false);
    Map<String, String> evidence = evidence(answer);
    evidence.put("address", address.toString());
    if (Rejected.REASONS.contains(reason)) {
      evidence.putAll(evidence(cause, false));
    }
    if (!said.isEmpty()) {
      evidence.put("diagnostics", " (" + said + ")");
    }
    notes.find(reason, answer.url().toString(), evidence);
    return Optional.empty();
  }

  /**
   * A number that is not known is shown as it is. An answer that says nothing of the secret is no
   * verdict; the guard counts those.
   */
  private static Reason reason(
      TicketAnswer.Fault fault,
      Optional<Diagnostics> diagnostics,
      String words,
      Optional<StatedCause> cause) {
    int id = diagnostics.map(Diagnostics::errorId).orElse(0);
    if (id == Diagnostics.NOT_SIP_ENABLED) {
      return Reason.AUTH_USER_NOT_ENABLED;
    }
    if (words.toLowerCase(Locale.ROOT).contains("does not match the sip uri")) {
      return Reason.AUTH_ADDRESS_MISMATCH;
    }
    return cause.isPresent() || id == Diagnostics.NO_VALID_TOKEN || REJECTING.contains(fault.code())
        ? Rejected.reason(cause)
        : Reason.TICKET_REFUSED;
  }

  /** What the server says of its refusal in a header, as evidence. */
  private static Map<String, String> diagnostics(Answer answer) {
    return header(answer.response())
        .map(said -> Map.of("diagnostics", " (" + said + ")"))
        .orElse(Map.of());
  }

  private static Optional<Diagnostics> header(Response response) {
    return response.header("X-Ms-diagnostics").flatMap(Diagnostics::parse);
  }

  private static Map<String, String> evidence(Answer answer) {
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    evidence.put("endpoint", answer.url().toString());
    return evidence;
  }
}
