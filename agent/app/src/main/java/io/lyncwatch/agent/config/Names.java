package io.lyncwatch.agent.config;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The operator's words for things, which become metric labels; each may be given once. */
final class Names implements UnaryOperator<String> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62})");

  private final String what;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param what is named, for messages
   */
  Names(String what) {
    this.what = what;
  }

  /**
   * Checks a name and takes it.
   *
   * @throws IllegalArgumentException with a message for people
   */
  @Override
  public String apply(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is not a name: up to 63 letters, digits, dots, hyphens and underscores, a letter"
              + " or digit first");
    }
    if (!taken.add(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("there already is " + what + " '" + name + "'");
    }
    return name;
  }
}
