package io.lyncwatch.lab.site;

import io.lyncwatch.lab.world.Server;

/** What a server knows about the home of a user, MS-OCDISCWS 3.1.5.3. */
public sealed interface Home {
  /** The user is homed on the server that was asked. */
  record Here() implements Home {}

  /** Another server is believed to be the home. */
  record Elsewhere(Server server) implements Home {}

  /** No server is known to be the home. */
  record Unknown() implements Home {}
}
