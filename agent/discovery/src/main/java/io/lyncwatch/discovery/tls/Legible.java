package io.lyncwatch.discovery.tls;

import java.util.regex.Pattern;

/** Text that a server chose, made fit to show: without control characters and of bounded length. */
final class Legible {
  private static final int LONGEST = 500;
  private static final Pattern ILLEGIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

  private Legible() {}

  static String text(String hostile) {
    String plain = ILLEGIBLE.matcher(hostile).replaceAll("?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
