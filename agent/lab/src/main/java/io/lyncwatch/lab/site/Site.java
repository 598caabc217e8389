package io.lyncwatch.lab.site;

import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.Server;
import java.util.Locale;

/**
 * One of the two web sites of a server, on one of its machines; it answers by itself, whatever the
 * Host header says.
 */
public record Site(Server server, Machine machine, AccessLocation location) {
  /** The web services name that stands in this site's own links. */
  public String host() {
    return host(server);
  }

  /** The web services name under which a client of this site reaches a server. */
  public String host(Server other) {
    return host(other, location);
  }

  private static String host(Server server, AccessLocation location) {
    return switch (location) {
      case INTERNAL -> server.internalName();
      case EXTERNAL -> server.webName();
    };
  }

  /** An https URL on this site. */
  public String url(String path) {
    return url(location, path);
  }

  /** An https URL on either site of the same server. */
  String url(AccessLocation side, String path) {
    return "https://" + host(server, side) + path;
  }

  /** Short, for the journal. */
  public String name() {
    return server.name() + " " + location.text().toLowerCase(Locale.ROOT);
  }
}
