package io.lyncwatch.agent.page;

import java.util.Optional;

/**
 * What one target, or all certificates of a view together, last showed.
 *
 * @param name for example {@code alice}, {@code lyncdiscover} or the resolver's name
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
    /** A discovery record leads to the service. */
    ENTRY("Discovery"),
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
