package io.lyncwatch.lab.site;

import io.lyncwatch.lab.world.Server;
import java.util.Locale;

/** One of the two web sites of a server; it answers by itself, whatever the Host header says. */
public record Site(Server server, AccessLocation location) {
  /** The web services name that stands in this site's own links. */
  public String host() {
    return host(server);
  }

  /** The web services name under which a client of this site reaches a server. */
  public String host(Server other) {
    return switch (location) {
      case INTERNAL -> other.internalName();
      case EXTERNAL -> other.webName();
    };
  }

  /** An https URL on this site. */
  public String url(String path) {
    return "https://" + host() + path;
  }

  /** Short, for the journal. */
  public String name() {
    return server.name() + " " + location.text().toLowerCase(Locale.ROOT);
  }
}
