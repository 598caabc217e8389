package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.agent.config.YamlValue.Mapping;
import io.lyncwatch.agent.config.YamlValue.Scalar;
import io.lyncwatch.agent.config.YamlValue.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One value of the file and the path that leads to it. What it gives is empty where the value is
 * not what was asked for; that is then among the problems, so that the reader can go on to the next
 * one.
 */
final class Setting {
  private final YamlValue value;
  private final String path;
  private final Problems problems;

  Setting(YamlValue value, String path, Problems problems) {
    this.value = value;
    this.path = path;
    this.problems = problems;
  }

  /** The text as it stands. */
  Optional<String> text() {
    if (value instanceof Scalar scalar && !scalar.empty()) {
      return Optional.of(scalar.text());
    }
    error("expected a value, found " + found());
    return Optional.empty();
  }

  /**
   * The text as something better.
   *
   * @param parse throws an {@link IllegalArgumentException} whose message is for people
   */
  <T> Optional<T> parsed(Function<String, T> parse) {
    try {
      return text().map(parse);
    } catch (IllegalArgumentException e) {
      error(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** One of a few words. */
  <T> Optional<T> oneOf(List<T> choices, Function<T, String> label) {
    return text().flatMap(word -> chosen(word, choices, label));
  }

  private <T> Optional<T> chosen(String word, List<T> choices, Function<T, String> label) {
    Optional<T> chosen = choices.stream().filter(c -> label.apply(c).equals(word)).findFirst();
    if (chosen.isEmpty()) {
      List<String> labels = choices.stream().map(label).toList();
      error(
          "'"
              + word
              + "' is none of "
              + String.join(", ", labels)
              + Spelling.nearest(word, labels)
                  .map(near -> "; did you mean '" + near + "'?")
                  .orElse(""));
    }
    return chosen;
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> flag() {
    return oneOf(List.of(true, false), String::valueOf);
  }

  /** The items of a list. */
  List<Setting> items() {
    if (!(value instanceof Sequence list)) {
      error("expected a list, found " + found());
      return List.of();
    }
    return IntStream.range(0, list.items().size())
        .mapToObj(i -> new Setting(list.items().get(i), path + "[" + i + "]", problems))
        .toList();
  }

  /** The items of a list that has at least one. */
  List<Setting> someItems() {
    if (value instanceof Sequence list && list.items().isEmpty()) {
      error("expected at least one, found an empty list");
    }
    return items();
  }

  /** The records of a list. */
  <T> List<T> records(Function<Section, Optional<T>> read) {
    return recordsOf(items(), read);
  }

  /** The records of a list that has at least one. */
  <T> List<T> someRecords(Function<Section, Optional<T>> read) {
    return recordsOf(someItems(), read);
  }

  private static <T> List<T> recordsOf(List<Setting> items, Function<Section, Optional<T>> read) {
    return items.stream()
        .flatMap(item -> item.section().stream())
        .flatMap(section -> read.apply(section).stream())
        .toList();
  }

  /** Keys and values. */
  Optional<Section> section() {
    if (!(value instanceof Mapping mapping)) {
      error("expected keys and values, found " + found());
      return Optional.empty();
    }
    return Optional.of(new Section(mapping, path, problems));
  }

  /** Whether it is a single value rather than a list or a mapping. */
  boolean single() {
    return value instanceof Scalar;
  }

  void error(String message) {
    problem(Level.ERROR, message);
  }

  void problem(Level level, String message) {
    problems.add(new Problem(value.at(), level, path, message));
  }

  private String found() {
    return value instanceof Scalar scalar && scalar.text().isBlank() ? "nothing" : value.kind();
  }
}
