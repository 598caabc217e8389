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
    List<LeftOut> leftOut = new ArrayList<>();
    for (Link link : links) {
      String token = Excerpt.of(link.token(), SHOWN);
      switch (WebUrl.read(link.href(), base)) {
        case WebUrl.Reading.Usable(String url) when !token.isEmpty() ->
            usable.add(new Link(token, url));
        case WebUrl.Reading.Refused(String why) when token.equalsIgnoreCase(Token.REDIRECT) -> {
          return new Reading.Unreadable(
              Reading.Kind.BAD_REDIRECT, LeftOut.link(token, link.href(), why).what());
        }
        case WebUrl.Reading.Refused(String why) when !token.isEmpty() ->
            leftOut.add(LeftOut.link(token, link.href(), why));
        case WebUrl.Reading reading -> leftOut.add(LeftOut.nameless(link.href()));
      }
    }
    Links found = new Links(usable);
    AutodiscoverDocument document = document(found, sipAccesses(leftOut));
    if (document instanceof AutodiscoverDocument.Redirect) {
      LeftOut.besideRedirect(found).ifPresent(leftOut::add);
    }
    return new Reading.Read(document, leftOut);
  }

  private List<SipAccess> sipAccesses(List<LeftOut> leftOut) {
    List<SipAccess> named = new ArrayList<>();
    for (SipAccess access : sipAccesses) {
      if (access.fqdn().isEmpty()) {
        leftOut.add(LeftOut.sipAccess(access.kind()));
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
}
