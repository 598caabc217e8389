package io.lyncwatch.discovery.document;

import io.lyncwatch.discovery.text.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a document holds and nobody can use.
 *
 * @param token of the link, empty if it is none or has none
 * @param given whether a value stands there that is wrong, rather than none
 * @param what one line, safe to show
 */
public record LeftOut(String token, boolean given, String what) {
  private static final int SHOWN = 200;

  private static final List<String> WAYS_ON = List.of(Token.USER, Token.OAUTH, Token.DOMAIN);

  /** The services that clients know of, with or without a side before them. */
  private static final List<String> OF_CLIENTS =
      List.of(
          Token.UCWA,
          Token.MCX,
          Token.AUTODISCOVER,
          Token.AUTH_BROKER,
          Token.WEB_SCHEDULER,
          Token.USER,
          Token.OAUTH,
          Token.DOMAIN);

  static LeftOut link(String token, String href, String why) {
    String shown = Excerpt.of(href, SHOWN);
    return new LeftOut(
        token,
        !href.isBlank(),
        "the link " + token + " has no usable URL: '" + shown + "', " + why);
  }

  static LeftOut nameless(String href) {
    return new LeftOut("", true, "a link has no token: '" + Excerpt.of(href, SHOWN) + "'");
  }

  static LeftOut sipAccess(SipAccess.Kind kind) {
    return new LeftOut("", false, kind.element() + " names no host");
  }

  /** A redirect holds nothing else that leads on; clients follow it whatever it holds. */
  static Optional<LeftOut> besideRedirect(Links links) {
    String others =
        links.all().stream()
            .map(Link::token)
            .filter(token -> WAYS_ON.stream().anyMatch(way -> way.equalsIgnoreCase(token)))
            .collect(Collectors.joining(" and "));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new LeftOut("", false, "the link " + others + " beside Redirect"));
  }

  /**
   * Whether a client would have gone there. Administrators add links of their own, which may be of
   * any kind, and a service that is not published may be left empty.
   */
  public boolean isMissed() {
    String service = token.substring(token.lastIndexOf('/') + 1);
    return given && OF_CLIENTS.stream().anyMatch(known -> known.equalsIgnoreCase(service));
  }

  @Override
  public String toString() {
    return what;
  }
}
