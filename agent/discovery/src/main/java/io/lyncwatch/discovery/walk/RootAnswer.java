package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.DocumentKind;
import io.lyncwatch.discovery.document.DocumentReader;
import io.lyncwatch.discovery.document.Link;
import io.lyncwatch.discovery.document.Links;
import io.lyncwatch.discovery.document.Reading;
import io.lyncwatch.discovery.document.Token;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came back where a root document or a redirect is due. */
sealed interface RootAnswer {
  /** A document to go on with. */
  record Good(Arrival arrival, String words) implements RootAnswer {}

  /** Something else. */
  record Bad(Finding finding, String words) implements RootAnswer {}

  /**
   * Reads an answer.
   *
   * @param verifiedBefore whether every answer that led here came over verified https
   */
  static RootAnswer read(Answer answer, boolean verifiedBefore, Stage stage) {
    Response response = answer.response();
    boolean verified = verifiedBefore && answer.verified();
    if (response.redirect().isPresent()) {
      return moved(answer, verified, stage);
    }
    if (response.status() == 401 && isUserResource(answer)) {
      return userResource(answer, verified);
    }
    if (response.status() != 200) {
      return bad(UnexpectedAnswer.of(response, answer.url(), stage), response);
    }
    return switch (DocumentReader.read(response.body(), answer.url())) {
      case Reading.Read(AutodiscoverDocument.Root root, var leftOut)
          when root.links().href(Token.USER).or(() -> root.links().href(Token.OAUTH)).isEmpty() ->
          bad(
              malformed(answer, "a root document without a User link" + Unusable.words(leftOut)),
              response);
      case Reading.Read(AutodiscoverDocument.Root root, var leftOut) ->
          new Good(
              new Arrival(answer.url(), root, verified),
              "root document, " + from(response) + Unusable.words(leftOut));
      case Reading.Read(AutodiscoverDocument.Redirect redirect, var leftOut) ->
          new Good(
              new Arrival(answer.url(), redirect, verified),
              "redirect to " + redirect.href() + ", " + from(response) + Unusable.words(leftOut));
      case Reading.Read read -> bad(malformed(answer, "another document than a root"), response);
      case Reading.Unreadable unreadable -> bad(unreadable(answer, unreadable, stage), response);
    };
  }

  private static boolean isUserResource(Answer answer) {
    return answer.response().header("X-MS-WebTicketURL").isPresent()
        || OAuthOffer.of(answer.response(), answer.url()).isPresent();
  }

  /** Some servers redirect straight to a User resource: as good as a root that links to it. */
  private static RootAnswer userResource(Answer answer, boolean verified) {
    Links links = new Links(List.of(new Link(Token.USER, answer.url().toString())));
    return new Good(
        new Arrival(answer.url(), new AutodiscoverDocument.Root(Optional.empty(), links), verified),
        "the User resource, " + from(answer.response()));
  }

  /**
   * A 3xx is not what the service sends, but proxies do, from http to https. To another host it
   * counts as a failure, as it does for clients.
   */
  private static RootAnswer moved(Answer answer, boolean verified, Stage stage) {
    Response response = answer.response();
    Optional<URI> target =
        WebUrl.resolve(response.header("Location").orElse(""), answer.url()).map(URI::create);
    boolean sameHost = target.map(url -> host(url).equals(host(answer.url()))).orElse(false);
    if (!sameHost) {
      return bad(UnexpectedAnswer.of(response, answer.url(), stage), response);
    }
    AutodiscoverDocument redirect =
        new AutodiscoverDocument.Redirect(
            DocumentKind.ROOT, Optional.empty(), target.get().toString());
    return new Good(
        new Arrival(answer.url(), redirect, verified),
        response.status() + " to " + target.get() + ", by a proxy");
  }

  private static Finding unreadable(Answer answer, Reading.Unreadable reading, Stage stage) {
    if (UnexpectedAnswer.isPage(reading)) {
      return UnexpectedAnswer.page(answer.response(), answer.url(), stage);
    }
    return answer.response().server().isPresent()
        ? malformed(answer, reading.detail())
        : UnexpectedAnswer.of(answer.response(), answer.url(), stage);
  }

  private static Finding malformed(Answer answer, String detail) {
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    evidence.put("detail", detail);
    return Finding.of(Reason.ROOT_MALFORMED, Stage.ROOT, answer.url().toString(), evidence);
  }

  private static Bad bad(Finding finding, Response response) {
    return new Bad(finding, Words.of(response) + ", not a root document");
  }

  private static String from(Response response) {
    return response.server().orElse("without X-MS-Server-Fqdn");
  }

  private static String host(URI url) {
    return Route.of(url).endpoint().host();
  }
}
