package io.lyncwatch.agent.peer;

import io.lyncwatch.agent.kit.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped rules but for their patience: all that they wait is some times shorter. */
final class ImpatientRules {
  private static final Pattern FOR = Pattern.compile("(?m)^( +for: )([1-9]\\d*)([smh])");

  /** How long an alert goes on, and how long it is remembered what a series last said. */
  private static final Pattern REMEMBERED =
      Pattern.compile("((?m:^ +keep_firing_for: )|last_over_time\\([^\\[]*\\[)(\\d+)([smh])");

  private final int timesShorter;
  private final int timesForgetful;
  private final Duration runs;

  private ImpatientRules(int timesShorter, int timesForgetful, Duration runs) {
    this.timesShorter = timesShorter;
    this.timesForgetful = timesForgetful;
    this.runs = runs;
  }

  /** Writes them to files in a directory. */
  static List<Path> in(Path directory, int timesShorter) throws IOException {
    return new ImpatientRules(timesShorter, timesShorter, Duration.ZERO).writtenTo(directory);
  }

  /**
   * Writes them to files in a directory, where it matters which of them is the first.
   *
   * @param timesShorter they wait before they fire
   * @param timesForgetful they go on and remember
   * @param runs what each waits for on top: a run takes as long as ever, however short the
   *     intervals are
   */
  static List<Path> in(Path directory, int timesShorter, int timesForgetful, Duration runs)
      throws IOException {
    return new ImpatientRules(timesShorter, timesForgetful, runs).writtenTo(directory);
  }

  private List<Path> writtenTo(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path shipped : Kit.ruleFiles()) {
      String rules = Files.readString(shipped);
      rules = FOR.matcher(rules).replaceAll(this::shorterWait);
      rules = REMEMBERED.matcher(rules).replaceAll(this::shorterMemory);
      files.add(Files.writeString(directory.resolve(shipped.getFileName().toString()), rules));
    }
    return files;
  }

  private String shorterWait(MatchResult found) {
    return written(found, seconds(found) / timesShorter + runs.toSeconds());
  }

  private String shorterMemory(MatchResult found) {
    return written(found, seconds(found) / timesForgetful);
  }

  private static String written(MatchResult found, long seconds) {
    return Matcher.quoteReplacement(found.group(1)) + seconds + "s";
  }

  private static int seconds(MatchResult found) {
    int number = Integer.parseInt(found.group(2));
    return switch (found.group(3)) {
      case "h" -> number * 3600;
      case "m" -> number * 60;
      default -> number;
    };
  }
}
