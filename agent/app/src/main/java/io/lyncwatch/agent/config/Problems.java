package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong while a file is read, so that all of it is told at once. */
final class Problems {
  /** Enough to work on; a broken file could give one for each of its bytes. */
  private static final int MOST = 100;

  private static final Comparator<Problem> FILE_ORDER =
      Comparator.<Problem>comparingInt(problem -> problem.location().line())
          .thenComparingInt(problem -> problem.location().column());

  private final List<Problem> found = new ArrayList<>();

  void error(Location location, String path, String message) {
    add(new Problem(location, Level.ERROR, path, message));
  }

  void add(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** What was found, in the order of the file, the errors before warnings if there are too many. */
  List<Problem> inFileOrder() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::level, Comparator.reverseOrder()))
        .limit(MOST)
        .sorted(FILE_ORDER)
        .toList();
  }

  void throwIfAnyError() throws InvalidConfigurationException {
    if (found.stream().anyMatch(problem -> problem.level() == Level.ERROR)) {
      throw new InvalidConfigurationException(inFileOrder());
    }
  }
}
