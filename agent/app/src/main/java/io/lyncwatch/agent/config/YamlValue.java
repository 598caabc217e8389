package io.lyncwatch.agent.config;

import java.util.List;

/** A piece of YAML that knows where it stands. */
sealed interface YamlValue {
  /** Where it begins. */
  Location at();

  /** How many values it holds, itself included, each counted as often as it is referred to. */
  int size();

  /** The word for people. */
  String kind();

  /**
   * Text, numbers, words.
   *
   * @param quoted whether it cannot be mistaken for an empty value
   */
  record Scalar(Location at, String text, boolean quoted) implements YamlValue {
    /** Whether nothing is written, or one of YAML's words for nothing. */
    boolean empty() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String kind() {
      return empty() ? "nothing" : "a single value";
    }
  }

  /** A list. */
  record Sequence(Location at, List<YamlValue> items, int size) implements YamlValue {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values. */
  record Mapping(Location at, List<Entry> entries, int size) implements YamlValue {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One key and its value. */
  record Entry(Scalar key, YamlValue value) {}
}
