package io.lyncwatch.agent.config;

import java.util.Locale;

/**
 * One thing that is wrong with a configuration.
 *
 * @param path the setting, for example {@code domains[0].accounts[1].name}; empty for the whole
 * @param message what is wrong and what would be right; never holds a secret
 */
public record Problem(Location location, Level level, String path, String message) {
  private static final int LONGEST_MESSAGE = 400;

  /** Whether the agent can run in spite of it. */
  public enum Level {
    /** It can. */
    WARNING,
    /** It cannot. */
    ERROR;

    /** The word for people. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes out what would upset a terminal: files may quote anything. */
  public Problem {
    path = path.replaceAll("\\p{Cntrl}", "?");
    message = message.replaceAll("\\p{Cntrl}", "?");
    if (message.length() > LONGEST_MESSAGE) {
      message = message.substring(0, LONGEST_MESSAGE) + "...";
    }
  }

  /** One line: {@code file:line:column: [warning: ][path: ]message}. */
  @Override
  public String toString() {
    return location
        + ": "
        + (level == Level.WARNING ? "warning: " : "")
        + (path.isEmpty() ? "" : path + ": ")
        + message;
  }
}
