package io.lyncwatch.agent.page;

import java.util.Optional;

/**
 * What one target, or all certificates of a view together, last showed.
 *
 * @param name the account, the discovery record or {@code manual_external}, the pool, the machine
 *     behind the reverse proxy, the resolver, or how many endpoints
 * @param word how it stands, more exactly than the state says
 * @param detail a few words more, or empty
 * @param lastRun when its last run ended, if there was one
 */
public record CheckStatus(
    Kind kind, String name, State state, String word, String detail, Optional<Moment> lastRun) {
  /** What is checked, in the order of the page. */
  public enum Kind {
    /** An account signs in. */
    SIGN_IN("Sign-in"),
    /** Where clients come in, a discovery record or a manual URL, leads to the service. */
    ENTRY("Discovery"),
    /** A pool or Director is asked by its own name. */
    POOL("Pool"),
    /** A machine behind the reverse proxy is asked itself. */
    NODE("Node"),
    /** A resolver says of the names what its view should. */
    DNS("Resolver"),
    /** The certificates on the way. */
    CERTIFICATE("Certificates");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What people read. */
    public String word() {
      return word;
    }
  }
}
