package io.lyncwatch.discovery.tls;

import java.util.regex.Pattern;

/** Text that a server chose, made fit to show: without control characters and of bounded length. */
final class Legible {
  private static final int LONGEST = 500;

  /** Also those control characters that terminals know and ASCII does not, and what is no text. */
  private static final Pattern ILLEGIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Legible() {}

  static String text(String hostile) {
    String plain = ILLEGIBLE.matcher(hostile).replaceAll("?");
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "...";
  }
}
