package io.lyncwatch.lab.site;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Generation;
import java.util.Locale;
import java.util.function.Function;

/** The Autodiscover service of one site, MS-OCDISCWS 3.1.5. */
public final class Autodiscover {
  private static final String ROOT = Paths.SERVICE.toLowerCase(Locale.ROOT);
  private static final String FRAME = Paths.FRAME.toLowerCase(Locale.ROOT);

  private final Site site;
  private final Gates gates;
  private final Function<User, Home> homes;
  private final Generation generation;
  private final Pages pages;
  private final Documents documents;

  /**
   * A service that asks others who a client is and where he is homed.
   *
   * @param homes what this server believes
   * @param mobilityInside whether mobile clients are sent to the internal web services
   */
  public Autodiscover(Site site, Gates gates, Function<User, Home> homes, boolean mobilityInside) {
    this.site = site;
    this.gates = gates;
    this.homes = homes;
    this.generation = site.server().product().generation();
    this.pages = new Pages(site);
    this.documents = new Documents(site, mobilityInside);
  }

  /** Whether a path, as {@link Application} hands it on, belongs to this service. */
  static boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.equals(FRAME);
  }

  /** Answers a request for a path that it owns. */
  Reply answer(Request request, String path) {
    Representation form = Representation.of(request.header("Accept").orElse("*/*"), generation);
    boolean plain = request.scheme().equals("http");
    if (path.equals(ROOT)) {
      return reply(
          form,
          plain ? documents.toHttps(request.query()) : documents.root(OriginalDomain.of(request)));
    }
    if (plain) {
      return Pages.notFound();
    }
    if (path.equals(ROOT + "/domain")) {
      return reply(form.legacy(), documents.domain());
    }
    if (path.equals(ROOT + "/user")) {
      return user(gates.user(), request, form, Paths.SERVICE + "/user");
    }
    if (path.equals(ROOT + "/oauth/user")) {
      return gates
          .oauthUser()
          .map(gate -> user(gate, request, form, Paths.SERVICE + "/oauth/user"))
          .orElseGet(Pages::notFound);
    }
    return path.equals(FRAME) && generation.hasUcwa()
        ? Pages.html(200, "XFrame")
        : Pages.notFound();
  }

  private Reply user(Gate gate, Request request, Representation form, String self) {
    return switch (gate.admit(request)) {
      case Gate.Passage.Refused(Reply reply) -> reply;
      case Gate.Passage.Admitted(User user) -> known(user, form, self);
    };
  }

  private Reply known(User user, Representation form, String self) {
    if (!user.enabled()) {
      return pages.diagnosed(Pages.html(403, "403 - Forbidden"), 28000, "User is not SIP enabled.");
    }
    return switch (homes.apply(user)) {
      case Home.Here() -> reply(form, documents.user(self));
      case Home.Elsewhere(var server) -> reply(form, documents.toHome(server, self));
      case Home.Unknown() -> Reply.empty(404);
    };
  }

  private static Reply reply(Representation form, Document document) {
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
