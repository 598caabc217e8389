package io.lyncwatch.agent.cli;

import io.lyncwatch.discovery.finding.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Goes from the words that somebody reads out from a phone to the reasons behind them: those whose
 * users see most of the words. Phones word one message in several ways, so that words are compared
 * and not sentences.
 */
final class MessageSearch {
  /** Of the words of a message, so many have to be there. */
  private static final double SHARE = 0.6;

  private static final Set<String> SAY_NOTHING =
      Set.of(
          "a", "an", "and", "also", "be", "for", "from", "is", "it", "its", "not", "of", "please",
          "the", "there", "this", "to", "was", "we", "with", "your", "are", "or", "my", "on", "in");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private MessageSearch() {}

  /**
   * The likely ones: those that fit best first, of equals errors first, then in the order of a
   * sign-in.
   */
  static List<Reason> likely(String message) {
    Set<String> words = words(message);
    return words.isEmpty()
        ? List.of()
        : Arrays.stream(Reason.values())
            .filter(reason -> share(words, reason) >= SHARE)
            .sorted(
                Comparator.comparingDouble((Reason reason) -> -share(words, reason))
                    .thenComparing(Reason::severity, Comparator.reverseOrder()))
            .toList();
  }

  /** How many of the words are in the one of its messages that has most of them. */
  private static double share(Set<String> words, Reason reason) {
    return QUOTED
        .matcher(reason.users())
        .results()
        .map(quoted -> words(quoted.group(1)))
        .mapToDouble(seen -> (double) words.stream().filter(seen::contains).count() / words.size())
        .max()
        .orElse(0);
  }

  /** {@code can't} and {@code cannot} are one word, as both are used. */
  private static Set<String> words(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace('\u2019', '\'')
            .replaceAll("\\bcan(no|')t\\b", "cant");
    return Arrays.stream(plain.split("[^a-z0-9]+", -1))
        .filter(word -> !word.isEmpty() && !SAY_NOTHING.contains(word))
        .collect(Collectors.toSet());
  }
}
