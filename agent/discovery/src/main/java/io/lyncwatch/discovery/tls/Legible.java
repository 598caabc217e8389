package io.lyncwatch.discovery.tls;

/** Text that a server chose, made fit to show: without control characters and of bounded length. */
final class Legible {
  private static final int LONGEST = 500;

  private Legible() {}

  static String text(String hostile) {
    String plain = hostile.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
