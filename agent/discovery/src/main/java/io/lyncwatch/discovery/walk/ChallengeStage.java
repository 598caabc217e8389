package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks for the User document without a ticket: the 401 that is due names the web ticket service, or
 * in its OAuth form the endpoint that issues bearer tokens.
 */
final class ChallengeStage {
  private static final String TICKET_URL = "X-MS-WebTicketURL";
  private static final int SHOWN = 200;

  private final Journey journey;

  ChallengeStage(Journey journey) {
    this.journey = journey;
  }

  /**
   * Asks.
   *
   * @param verified whether the document that named the URL came over verified https
   */
  Optional<Challenge> provoke(StageNotes notes, URI user, boolean verified) {
    if (!journey.mayFollow(notes, user, verified)) {
      return Optional.empty();
    }
    journey.sightings().met(user, MetEndpoint.Role.AUTODISCOVER);
    Exchange exchange = journey.exchange(journey.document(user));
    ExternalName.missing(journey.network().view(), exchange, notes.stage()).ifPresent(notes::find);
    return journey.note(notes, exchange).flatMap(answer -> challenge(notes, answer, verified));
  }

  private static Optional<Challenge> challenge(
      StageNotes notes, Answer answer, boolean verifiedBefore) {
    Response response = answer.response();
    String asked = "GET " + answer.url();
    if (response.status() != 401) {
      notes.step(asked, Words.of(response) + ", expected a 401", false, answer.took());
      notes.find(UnexpectedAnswer.of(response, answer.url(), notes.stage()));
      return Optional.empty();
    }
    boolean verified = verifiedBefore && answer.verified();
    Optional<Challenge> named =
        response
            .header(TICKET_URL)
            .flatMap(text -> WebUrl.resolve(text, answer.url()))
            .<Challenge>map(url -> new Challenge.ForTicket(answer.url(), URI.create(url), verified))
            .or(() ->
                OAuthOffer.of(response, answer.url())
                    .map(offer ->
                        new Challenge.ForToken(
                            answer.url(), offer, verified, ModernOffer.of(response, answer.url()))))
            .or(() -> authority(answer, verified));
    if (named.isEmpty()) {
      notes.step(asked, "401 without a ticket service", false, answer.took());
      unusable(answer, everybodyNamed(answer))
          .ifPresentOrElse(
              what -> notes.find(malformed(answer, what)),
              () -> notes.find(reason(answer), answer.url().toString(), evidence(answer)));
      return Optional.empty();
    }
    notes.step(asked, words(named.get()), true, answer.took());
    unusable(answer, response.header(TICKET_URL).stream())
        .ifPresent(what -> notes.find(malformed(answer, what).atMost(Severity.WARNING)));
    return named;
  }

  /** What stands in front has authorities of its own, and does not say which server it is. */
  private static Optional<Challenge> authority(Answer answer, boolean verified) {
    return Optional.of(answer.response())
        .filter(response -> response.server().isPresent())
        .flatMap(response -> ModernOffer.of(response, answer.url()))
        .map(authority -> new Challenge.ForAuthority(answer.url(), authority, verified));
  }

  private static String words(Challenge challenge) {
    return switch (challenge) {
      case Challenge.ForTicket ticket -> "401, ticket service at " + ticket.ticketService();
      case Challenge.ForToken token ->
          "401, bearer tokens at "
              + token.offer().endpoint()
              + token.authority().map(outside -> ", or of " + outside.getHost()).orElse("");
      case Challenge.ForAuthority outside ->
          "401, bearer tokens of " + outside.authority().getHost() + " only";
    };
  }

  private static Stream<String> everybodyNamed(Answer answer) {
    return Stream.concat(
        answer.response().header(TICKET_URL).stream(),
        Challenges.of(answer.response(), OAuthOffer.SCHEME)
            .flatMap(offer -> offer.url("href").stream()));
  }

  /** Of those who issue tickets, the first whom nobody could ask where it is named. */
  private static Optional<String> unusable(Answer answer, Stream<String> named) {
    return named
        .flatMap(text ->
            WebUrl.read(text, answer.url()) instanceof WebUrl.Reading.Refused(String why)
                ? Stream.of("it names '" + Excerpt.of(text, SHOWN) + "', " + why)
                : Stream.empty())
        .findFirst();
  }

  private static Finding malformed(Answer answer, String what) {
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    evidence.put("document", "the URL of a service that issues tickets");
    evidence.put("detail", what);
    return Finding.of(
        Reason.DOCUMENT_MALFORMED, Stage.CHALLENGE, answer.url().toString(), evidence);
  }

  /** A server that names itself refused by itself; only what does not is in front of it. */
  private static Reason reason(Answer answer) {
    return answer.response().server().isPresent() && Challenges.offers(answer.response(), "Bearer")
        ? Reason.CHALLENGE_OTHER_AUTHORITY
        : Reason.CHALLENGE_NO_TICKET_URL;
  }

  private static Map<String, String> evidence(Answer answer) {
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    List<String> schemes = Challenges.schemes(answer.response());
    if (!schemes.isEmpty()) {
      evidence.put("offered", " and offering " + String.join(", ", schemes));
    }
    return evidence;
  }
}
