package io.lyncwatch.discovery.text;

/** Cuts text from the wire to what may stand in evidence, logs and pages. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * One line without control, formatting or broken characters, spaces run together, no longer than
   * {@code limit} characters; what was cut off shows as three dots.
   *
   * @param limit at least 3
   */
  public static String of(String text, int limit) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), limit));
    boolean gap = false;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int character = text.codePointAt(at);
      if (!isShowable(character)) {
        gap = true;
        continue;
      }
      int room = limit - line.length() - (gap && !line.isEmpty() ? 1 : 0);
      if (room < Character.charCount(character)) {
        return cut(line, limit);
      }
      if (gap && !line.isEmpty()) {
        line.append(' ');
      }
      gap = false;
      line.appendCodePoint(character);
    }
    return line.toString();
  }

  private static String cut(StringBuilder line, int limit) {
    int end = Math.min(line.length(), limit - 3);
    if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + "...";
  }

  /** Whether it is a character that a reader sees, and not a space. */
  static boolean isShowable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
