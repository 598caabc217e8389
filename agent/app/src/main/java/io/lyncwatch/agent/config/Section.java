package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.YamlValue.Entry;
import io.lyncwatch.agent.config.YamlValue.Mapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys and values of one record. Asking for a key makes it known; at the end those that nobody
 * asked for are problems.
 */
final class Section {
  private final Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  Section(Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    for (Entry entry : mapping.entries()) {
      Entry earlier = entries.putIfAbsent(entry.key().text(), entry);
      if (earlier != null) {
        problems.error(
            entry.key().at(),
            path,
            "duplicate key '"
                + entry.key().text()
                + "', first set in line "
                + earlier.key().at().line());
      }
    }
  }

  /** The setting of a key, if the file has it. */
  Optional<Setting> get(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key))
        .map(
            entry -> new Setting(entry.value(), path.isEmpty() ? key : path + "." + key, problems));
  }

  /** The setting of a key that the file has to have. */
  Optional<Setting> required(String key) {
    Optional<Setting> setting = get(key);
    if (setting.isEmpty()) {
      error("'" + key + "' is missing");
    }
    return setting;
  }

  /** A single value, see {@link Setting#parsed}. */
  <T> Optional<T> value(String key, Function<String, T> parse) {
    return get(key).flatMap(setting -> setting.parsed(parse));
  }

  /** A single value that the file has to have. */
  <T> Optional<T> requiredValue(String key, Function<String, T> parse) {
    return required(key).flatMap(setting -> setting.parsed(parse));
  }

  /** One of a few words. */
  <T> Optional<T> word(String key, T[] choices, Function<T, String> label) {
    return get(key).flatMap(setting -> setting.oneOf(List.of(choices), label));
  }

  /** A record of its own. */
  <T> Optional<T> record(String key, Function<Section, T> read) {
    return get(key).flatMap(Setting::section).map(read);
  }

  /** A list of single values, empty if the file has none. */
  <T> List<T> values(String key, Function<String, T> parse) {
    return get(key).map(Setting::items).orElse(List.of()).stream()
        .flatMap(item -> item.parsed(parse).stream())
        .toList();
  }

  /** Reports the keys that nobody asked for. */
  void end() {
    reportUnknown(key ->
        "unknown key '"
            + key
            + "'"
            + Spelling.nearest(key, known)
                .map(near -> ", did you mean '" + near + "'?")
                .orElseGet(() -> "; " + known()));
  }

  /** The same without quoting them: where a secret is expected one may have been written as key. */
  void endDiscreetly() {
    reportUnknown(key -> "unknown key; " + known());
  }

  void error(String message) {
    problems.error(mapping.at(), path, message);
  }

  private void reportUnknown(Function<String, String> message) {
    entries.forEach((key, entry) -> {
      if (!known.contains(key)) {
        problems.error(entry.key().at(), path, message.apply(key));
      }
    });
  }

  private String known() {
    return "known here: " + String.join(", ", known);
  }
}
