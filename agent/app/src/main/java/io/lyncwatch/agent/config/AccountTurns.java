package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the turns of each account fit into the interval of sign-ins. With two views and a spacing
 * of 30 s, a round of turns takes a minute and the time of the sign-ins themselves: at an interval
 * of 60 s they cannot.
 */
final class AccountTurns {
  private final Map<String, Round> rounds = new LinkedHashMap<>();

  /** All sign-ins of one user, and where the file first speaks of one. */
  private record Round(Optional<Setting> place, int signIns, Duration takes) {
    Round and(int more, Duration spacing) {
      return new Round(place, signIns + more, takes.plus(spacing.multipliedBy(more)));
    }
  }

  /**
   * Counts the turns of an account in.
   *
   * @param section where it stands
   * @param signIns in how many views it signs in
   */
  void add(Account account, Section section, int signIns) {
    Round before =
        rounds.getOrDefault(
            account.user(),
            new Round(section.get("spacing").or(() -> section.get("name")), 0, Duration.ZERO));
    rounds.put(account.user(), before.and(signIns, account.handling().spacing()));
  }

  /** Warns of those whose turns take longer. */
  void check(Duration interval) {
    rounds.forEach((user, round) -> {
      if (round.signIns() > 0 && round.takes().compareTo(interval) >= 0) {
        round
            .place()
            .ifPresent(place -> place.problem(Level.WARNING, words(user, round, interval)));
      }
    });
  }

  private static String words(String user, Round round, Duration interval) {
    return "the turns of %s take %s in each round (sign-ins: %d) and the time of the sign-ins, but"
            .formatted(user, seconds(round.takes()), round.signIns())
        + " intervals.sign-in is %s: runs come less often, and some are skipped; shorten the"
            .formatted(seconds(interval))
        + " spacing, lengthen the interval, or have an account for each view";
  }

  private static String seconds(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
