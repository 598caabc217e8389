package io.lyncwatch.agent.config;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Puts the parser's errors into one line each. Their own messages quote the lines around the error,
 * and with them whatever secret stands there.
 */
final class SyntaxProblems {
  private SyntaxProblems() {}

  static Problem of(String file, String text, YamlEngineException error) {
    return switch (error) {
      case MarkedYamlEngineException marked ->
          new Problem(
              at(file, marked.getProblemMark().or(marked::getContextMark)),
              Problem.Level.ERROR,
              "",
              message(marked));
      case ReaderException reader ->
          new Problem(
              position(file, text, reader.getPosition()),
              Problem.Level.ERROR,
              "",
              String.format(
                  Locale.ROOT,
                  "the character U+%04X is not allowed in YAML",
                  reader.getCodePoint()));
      case YamlEngineException other ->
          new Problem(Location.of(file), Problem.Level.ERROR, "", "this is not YAML");
    };
  }

  private static String message(MarkedYamlEngineException error) {
    String problem = Optional.ofNullable(error.getProblem()).orElse("not YAML");
    if (problem.contains("TAB")) {
      return "a tab cannot indent YAML: use spaces";
    }
    String context =
        Optional.ofNullable(error.getContext()).map(c -> " (" + c + since(error) + ")").orElse("");
    return "not YAML: " + problem + context;
  }

  private static String since(MarkedYamlEngineException error) {
    return error.getContextMark().map(mark -> " from line " + (mark.getLine() + 1)).orElse("");
  }

  private static Location at(String file, Optional<Mark> mark) {
    return mark.map(m -> new Location(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> Location.of(file));
  }

  private static Location position(String file, String text, int codePoints) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    String before = text.substring(0, end);
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Location(file, line + 1, before.codePointCount(lineStart, end) + 1);
  }
}
