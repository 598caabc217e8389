package io.lyncwatch.discovery.walk;

import java.util.Locale;
import java.util.Set;

/**
 * Where a web service stands on every web name of a pool without any document saying so. None is
 * needed to sign in.
 */
enum SitePath {
  /** Joining a meeting by its link. A web server may answer for the folder with a redirect. */
  MEET("/meet", Service.PAGE, "meetings by browser"),
  /** Dial-in numbers and PIN. */
  DIALIN("/dialin", Service.PAGE, "the dial-in page"),
  /** Address Book files; they are for Windows accounts only. */
  ABS("/abs", Service.CHALLENGE, "the address book"),
  /** Members of distribution groups; likewise. */
  GROUPEXPANSION(
      "/GroupExpansion/service.svc", Service.CHALLENGE, "the members of distribution groups");

  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Integer> healthy;

  private final String loss;

  SitePath(String path, Set<Integer> healthy, String loss) {
    this.path = path;
    this.healthy = healthy;
    this.loss = loss;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return path;
  }

  Set<Integer> healthy() {
    return healthy;
  }

  String loss() {
    return loss;
  }
}
