package io.lyncwatch.agent.kit;

import java.util.Map;

/**
 * One series of an answer of Prometheus.
 *
 * @param value as Prometheus writes it
 */
public record Sample(Map<String, String> labels, String value) {
  /** A copy is kept. */
  public Sample {
    labels = Map.copyOf(labels);
  }

  /** The value. */
  double number() {
    return Double.parseDouble(value.replace("Inf", "Infinity"));
  }
}
