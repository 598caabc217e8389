package io.lyncwatch.discovery.document;

import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all four forms come down to, before anyone has looked at the values.
 *
 * @param links as written, in order
 * @param sipAccesses as written but trimmed
 */
record Draft(
    DocumentKind kind,
    Optional<AccessLocation> accessLocation,
    List<Link> links,
    List<SipAccess> sipAccesses) {
  private static final int SHOWN = 200;

  /** Resolves the links against the URL that the document came from. */
  Reading finish(URI base) {
    List<Link> usable = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Link link : links) {
      Optional<String> url = WebUrl.resolve(link.href(), base);
      String token = Excerpt.of(link.token(), SHOWN);
      if (url.isPresent() && !token.isEmpty()) {
        usable.add(new Link(token, url.get()));
      } else if (token.equalsIgnoreCase(Token.REDIRECT)) {
        return new Reading.Unreadable(Reading.Kind.BAD_REDIRECT, unusable(link));
      } else {
        leftOut.add(unusable(link));
      }
    }
    return new Reading.Read(document(new Links(usable), sipAccesses(leftOut)), leftOut);
  }

  private List<SipAccess> sipAccesses(List<String> leftOut) {
    List<SipAccess> named = new ArrayList<>();
    for (SipAccess access : sipAccesses) {
      if (access.fqdn().isEmpty()) {
        leftOut.add(access.kind().element() + " names no host");
      } else {
        named.add(access);
      }
    }
    return named;
  }

  private AutodiscoverDocument document(Links found, List<SipAccess> named) {
    Optional<String> redirect = found.href(Token.REDIRECT);
    if (redirect.isPresent()) {
      return new AutodiscoverDocument.Redirect(kind, accessLocation, redirect.get());
    }
    return switch (kind) {
      case ROOT -> new AutodiscoverDocument.Root(accessLocation, found);
      case DOMAIN -> new AutodiscoverDocument.Domain(accessLocation, found, named);
      case USER -> new AutodiscoverDocument.User(accessLocation, found, named);
    };
  }

  private static String unusable(Link link) {
    String token = Excerpt.of(link.token(), SHOWN);
    String href = Excerpt.of(link.href(), SHOWN);
    return token.isEmpty()
        ? "a link has no token: '" + href + "'"
        : "the link " + token + " has no usable URL: '" + href + "'";
  }
}
