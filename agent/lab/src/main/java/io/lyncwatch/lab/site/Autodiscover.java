package io.lyncwatch.lab.site;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.ticket.TicketVerdict;
import io.lyncwatch.lab.ticket.TicketVerifier;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.util.Locale;
import java.util.function.Function;

/** The Autodiscover service of one site, MS-OCDISCWS 3.1.5. */
public final class Autodiscover {
  private static final String ROOT = Paths.SERVICE.toLowerCase(Locale.ROOT);

  private final Site site;
  private final TicketVerifier tickets;
  private final Function<User, Home> homes;
  private final Pages pages;
  private final Documents documents;

  /**
   * A service that asks others who a ticket belongs to and where he is homed.
   *
   * @param homes what this server believes
   */
  public Autodiscover(Site site, TicketVerifier tickets, Function<User, Home> homes) {
    this.site = site;
    this.tickets = tickets;
    this.homes = homes;
    this.pages = new Pages(site);
    this.documents = new Documents(site);
  }

  /** Whether a path, as {@link Application} hands it on, belongs to this service. */
  static boolean owns(String path) {
    return path.equals(ROOT)
        || path.startsWith(ROOT + "/")
        || path.equals(Paths.FRAME.toLowerCase(Locale.ROOT));
  }

  /** Answers a request for a path that it owns. */
  Reply answer(Request request, String path) {
    Representation form = Representation.of(request.header("Accept").orElse("*/*"));
    if (path.equals(ROOT)) {
      boolean plain = request.scheme().equals("http");
      return reply(form, plain ? documents.toHttps(request.query()) : documents.root());
    }
    if (request.scheme().equals("http")) {
      return Pages.notFound();
    }
    if (path.equals(ROOT + "/domain")) {
      return reply(form.legacy(), documents.domain());
    }
    if (path.equals(ROOT + "/user")) {
      return user(request, form);
    }
    if (path.equals(ROOT + "/oauth/user")) {
      return oauthUser(request, form);
    }
    return path.startsWith(ROOT) ? Pages.notFound() : Pages.html(200, "XFrame");
  }

  private Reply user(Request request, Representation form) {
    return switch (tickets.verify(request)) {
      case TicketVerdict.Missing() -> pages.ticketMissing();
      case TicketVerdict.Invalid(String why) ->
          pages.diagnosed(Reply.empty(500), 28032, "The web ticket is invalid.");
      case TicketVerdict.Valid(User user) -> known(user, form, Paths.SERVICE + "/user");
    };
  }

  private Reply oauthUser(Request request, Representation form) {
    return switch (tickets.verify(request)) {
      case TicketVerdict.Missing() -> pages.tokenMissing();
      case TicketVerdict.Invalid(String why) ->
          pages.diagnosed(pages.tokenMissing(), 28055, "The OAuth token is invalid.");
      case TicketVerdict.Valid(User user) -> known(user, form, Paths.SERVICE + "/oauth/user");
    };
  }

  private Reply known(User user, Representation form, String self) {
    if (!user.enabled()) {
      return pages.diagnosed(Pages.html(403, "403 - Forbidden"), 28000, "User is not SIP enabled.");
    }
    return switch (homes.apply(user)) {
      case Home.Here() -> reply(form, documents.user(self));
      case Home.Elsewhere(var server) -> reply(form, documents.toHome(server));
      case Home.Unknown() -> Reply.empty(404);
    };
  }

  private Reply reply(Representation form, Document document) {
    return Reply.of(200, form.contentType(), form.write(document))
        .with("Cache-Control", "no-cache")
        .with("Pragma", "no-cache")
        .with("Expires", "-1")
        .with("X-AspNet-Version", "4.0.30319");
  }

  Site site() {
    return site;
  }
}
