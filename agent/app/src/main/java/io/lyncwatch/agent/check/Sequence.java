package io.lyncwatch.agent.check;

import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions of one run and their answers as a sequence diagram: who is asked stands side by
 * side, time runs downwards. Measures are those of the drawing, in pixels.
 *
 * @param parties who is asked, in the order in which they first are
 * @param exchanges in order
 */
public record Sequence(List<Party> parties, List<Exchange> exchanges) {
  /** Where the one who asks stands; left of it stand the names of stages. */
  public static final int CLIENT_X = 110;

  private static final int FIRST_X = 330;
  private static final int BETWEEN = 230;
  private static final int LEAST_WIDTH = 1080;
  private static final int HEAD = 60;
  private static final int ROW = 50;
  private static final int LONGEST = 110;
  private static final String DNS = "DNS";
  private static final Pattern URL = Pattern.compile("https?://(\\[[^\\]]*]|[^/:\\s?,]+)(:\\d+)?");

  /** Copies the lists. */
  public Sequence {
    parties = List.copyOf(parties);
    exchanges = List.copyOf(exchanges);
  }

  /**
   * One who is asked.
   *
   * @param x of its line
   */
  public record Party(String name, int x) {}

  /**
   * One question and its answer.
   *
   * @param stage at the first of a passage through it
   * @param x of whoever is asked; empty if nobody is, as for a remark
   * @param y of the question's arrow; the answer's is below it
   * @param asked in short; {@code wholly} has all of it
   */
  public record Exchange(
      Optional<String> stage,
      Optional<Integer> x,
      int y,
      String asked,
      String answered,
      String wholly,
      boolean good) {}

  /** Draws a run. */
  static Sequence of(Report report) {
    List<Party> parties = new ArrayList<>();
    List<Exchange> exchanges = new ArrayList<>();
    for (StageResult stage : report.stages()) {
      boolean first = true;
      for (StageResult.Step step : stage.steps()) {
        exchanges.add(
            new Exchange(
                first ? Optional.of(stage.stage().label()) : Optional.empty(),
                name(stage.stage(), step).map(name -> party(parties, name).x()),
                HEAD + ROW * exchanges.size() + ROW / 2,
                Excerpt.of(withoutHost(step.asked()), LONGEST),
                Excerpt.of(step.answered(), LONGEST),
                step.asked() + " -> " + step.answered(),
                step.good()));
        first = false;
      }
    }
    return new Sequence(parties, exchanges);
  }

  /** The host stands above the line; that a request is not protected stands here. */
  private static String withoutHost(String asked) {
    return URL.matcher(asked).replaceAll(url -> url.group().startsWith("https") ? "" : "(http) ");
  }

  private static Optional<String> name(Stage stage, StageResult.Step step) {
    Matcher url = URL.matcher(step.asked());
    if (url.find()) {
      return Optional.of(url.group(1));
    }
    if (step.asked().startsWith("Kerberos ticket")) {
      return Optional.of("Kerberos realm");
    }
    return stage == Stage.RESOLVE ? Optional.of(DNS) : Optional.empty();
  }

  private static Party party(List<Party> parties, String name) {
    return parties.stream()
        .filter(party -> party.name().equals(name))
        .findFirst()
        .orElseGet(() -> {
          Party next = new Party(name, FIRST_X + BETWEEN * parties.size());
          parties.add(next);
          return next;
        });
  }

  /** Of the whole drawing. */
  public int width() {
    return Math.max(LEAST_WIDTH, FIRST_X + BETWEEN * parties.size());
  }

  /** Of the whole drawing. */
  public int height() {
    return HEAD + ROW * exchanges.size() + ROW / 2;
  }
}
