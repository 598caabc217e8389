package io.lyncwatch.agent.check;

/** Colour for terminals, or none. */
public enum Paint {
  /** Plain text. */
  NONE,
  /** ANSI escape sequences. */
  ANSI;

  String strong(String text) {
    return in("1", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  String good(String text) {
    return in("32", text);
  }

  String warning(String text) {
    return in("33", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  private String in(String code, String text) {
    return this == NONE ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
