package io.lyncwatch.benchmark;

import java.util.List;

/** What lies in the middle. */
final class Median {
  private Median() {}

  /** Of an even number, the higher one of the middle two. */
  static double of(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
