package io.lyncwatch.agent.page;

import java.util.Locale;
import java.util.stream.Stream;

/** How something stands, the worst first, which is the order of the page. */
public enum State {
  /** Sign-in fails for someone. */
  BROKEN("broken", "✖"),
  /** Whether it works could not be told. */
  UNKNOWN("not known", "?"),
  /** It works, and someone must act. */
  DEGRADED("degraded", "▲"),
  /** No run has ended yet. */
  PENDING("not looked at yet", "…"),
  /** It works. */
  HEALTHY("healthy", "✔");

  private final String word;
  private final String mark;

  State(String word, String mark) {
    this.word = word;
    this.mark = mark;
  }

  /** What people read. */
  public String word() {
    return word;
  }

  /** A sign that differs in shape and not only in colour. */
  public String mark() {
    return mark;
  }

  /** The class in the style sheet. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same of something without which people can sign in all the same. */
  State spared() {
    return this == BROKEN ? DEGRADED : this;
  }

  /** The worst of some; nothing at all has not been looked at. */
  static State worst(Stream<State> states) {
    return states.min(State::compareTo).orElse(PENDING);
  }
}
