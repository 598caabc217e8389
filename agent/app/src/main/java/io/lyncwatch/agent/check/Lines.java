package io.lyncwatch.agent.check;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal, line by line; long sentences are broken. */
final class Lines {
  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** One line; an empty one has no indentation either. */
  void line(String indent, String content) {
    text.append(content.isEmpty() ? "" : indent + content).append(System.lineSeparator());
  }

  /** A blank line. */
  void blank() {
    line("", "");
  }

  /** Breaks a long sentence; what follows is indented as deep as the first line's text. */
  void wrapped(String indent, String sentence) {
    String rest = " ".repeat(indent.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    for (int at = 0; at < lines.size(); at++) {
      line(at == 0 ? indent : rest, lines.get(at));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
