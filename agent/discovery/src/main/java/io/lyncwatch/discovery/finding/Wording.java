package io.lyncwatch.discovery.finding;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with places to fill: {@code {name|the name asked for}} takes evidence, else the words after
 * the bar.
 */
final class Wording {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)\\|([^}]*)}");

  private Wording() {}

  static String fill(String text, Map<String, String> evidence) {
    return PLACE
        .matcher(text)
        .replaceAll(place ->
            Matcher.quoteReplacement(evidence.getOrDefault(place.group(1), place.group(2))));
  }
}
