package io.lyncwatch.agent.metrics;

import io.lyncwatch.discovery.View;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one scrape. Rows of equal labels become one, by the rule that the writer chose: a
 * family with two such rows would make the whole scrape fail.
 */
final class Rows {
  /** A longer label value is cut: some come from certificates. */
  private static final int LONGEST_VALUE = 256;

  private final Map<MetricCatalogue, Map<List<String>, Double>> values =
      new EnumMap<>(MetricCatalogue.class);

  /** The rows that tell of one view, from one vantage. */
  Seen seen(String vantage, View view) {
    return new Seen(this, vantage, view);
  }

  /** A row of the agent itself. */
  void info(MetricCatalogue family, List<String> labelValues) {
    put(family, 1, labelValues.stream().map(Rows::cut).toList());
  }

  private void lowest(MetricCatalogue family, double value, List<String> labelValues) {
    rowsOf(family).merge(checked(family, labelValues), value, Math::min);
  }

  private void highest(MetricCatalogue family, double value, List<String> labelValues) {
    rowsOf(family).merge(checked(family, labelValues), value, Math::max);
  }

  private void put(MetricCatalogue family, double value, List<String> labelValues) {
    rowsOf(family).put(checked(family, labelValues), value);
  }

  private Map<List<String>, Double> rowsOf(MetricCatalogue family) {
    return values.computeIfAbsent(family, f -> new HashMap<>());
  }

  private static List<String> checked(MetricCatalogue family, List<String> labelValues) {
    if (labelValues.size() != family.labels().size()) {
      throw new IllegalArgumentException(family + " has not these labels: " + labelValues);
    }
    return labelValues;
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  MetricSnapshots snapshots() {
    return new MetricSnapshots(
        values.entrySet().stream().map(e -> snapshot(e.getKey(), e.getValue())).toList());
  }

  private static MetricSnapshot snapshot(MetricCatalogue family, Map<List<String>, Double> rows) {
    return switch (family.type()) {
      case GAUGE ->
          new GaugeSnapshot(
              new MetricMetadata(family.family(), family.help()), gauges(family, rows));
      case INFO -> new InfoSnapshot(infoMetadata(family), infos(family, rows.keySet()));
      case COUNTER, HISTOGRAM ->
          throw new IllegalStateException(family + " is no state but tells of events");
    };
  }

  /** The client adds the ending by itself. */
  private static MetricMetadata infoMetadata(MetricCatalogue family) {
    return new MetricMetadata(
        family.family().substring(0, family.family().length() - "_info".length()), family.help());
  }

  private static Collection<GaugeDataPointSnapshot> gauges(
      MetricCatalogue family, Map<List<String>, Double> rows) {
    return rows.entrySet().stream()
        .map(e -> new GaugeDataPointSnapshot(e.getValue(), labels(family, e.getKey()), null))
        .toList();
  }

  private static Collection<InfoDataPointSnapshot> infos(
      MetricCatalogue family, Collection<List<String>> rows) {
    return rows.stream().map(row -> new InfoDataPointSnapshot(labels(family, row))).toList();
  }

  private static Labels labels(MetricCatalogue family, List<String> row) {
    return Labels.of(family.labels(), row);
  }

  /** Writes rows that carry where they were seen from; each method says what wins among equals. */
  record Seen(Rows rows, String vantage, View view) {
    /** The worst value wins where less is worse. */
    void lowest(MetricCatalogue family, double value, String... labelValues) {
      rows.lowest(family, value, all(labelValues));
    }

    /** True only if all are true. */
    void all(MetricCatalogue family, boolean value, String... labelValues) {
      lowest(family, value ? 1 : 0, labelValues);
    }

    /** The worst value wins where more is worse. */
    void highest(MetricCatalogue family, double value, String... labelValues) {
      rows.highest(family, value, all(labelValues));
    }

    /** True if any is true. */
    void any(MetricCatalogue family, boolean value, String... labelValues) {
      highest(family, value ? 1 : 0, labelValues);
    }

    /** The earliest wins. */
    void earliest(MetricCatalogue family, Instant value, String... labelValues) {
      lowest(family, seconds(value), labelValues);
    }

    /** The latest wins. */
    void latest(MetricCatalogue family, Instant value, String... labelValues) {
      highest(family, seconds(value), labelValues);
    }

    /** The longest wins. */
    void longest(MetricCatalogue family, Duration value, String... labelValues) {
      highest(family, value.toNanos() / 1e9, labelValues);
    }

    /** A row of value 1. */
    void holds(MetricCatalogue family, String... labelValues) {
      rows.put(family, 1, all(labelValues));
    }

    private List<String> all(String... labelValues) {
      List<String> row = new ArrayList<>(2 + labelValues.length);
      row.add(vantage);
      row.add(view.label());
      for (String value : labelValues) {
        row.add(cut(value));
      }
      return row;
    }

    private static double seconds(Instant instant) {
      return instant.getEpochSecond() + instant.getNano() / 1e9;
    }
  }
}
