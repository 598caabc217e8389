package io.lyncwatch.agent.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a scrape shows of the agent's own families, in a form that tests can ask. */
record Scraped(List<Row> rows, Map<String, Family> families) {
  /** One series; of a histogram, the count. */
  record Row(String family, Map<String, String> labels, double value) {}

  record Family(String type, String help, Set<Set<String>> labelSets) {}

  static Scraped of(MetricSnapshots snapshots) {
    List<Row> rows = new java.util.ArrayList<>();
    Map<String, Family> families = new HashMap<>();
    for (MetricSnapshot snapshot : snapshots) {
      String base = snapshot.getMetadata().getPrometheusName();
      if (base.startsWith("lyncwatch_")) {
        Set<Set<String>> labelSets = new HashSet<>();
        for (DataPointSnapshot point : snapshot.getDataPoints()) {
          Map<String, String> labels = labels(point);
          labelSets.add(labels.keySet());
          rows.add(new Row(base + ending(snapshot), labels, value(point)));
        }
        families.put(
            base + ending(snapshot),
            new Family(
                type(snapshot), String.valueOf(snapshot.getMetadata().getHelp()), labelSets));
      }
    }
    return new Scraped(rows, families);
  }

  /** The values of the rows that carry these labels, names and values in turn. */
  List<Double> values(MetricCatalogue family, String... labels) {
    Map<String, String> wanted = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    return rows.stream()
        .filter(row -> row.family().equals(family.family()))
        .filter(row -> row.labels().entrySet().containsAll(wanted.entrySet()))
        .map(Row::value)
        .toList();
  }

  private static Map<String, String> labels(DataPointSnapshot point) {
    Map<String, String> labels = new HashMap<>();
    for (Label label : point.getLabels()) {
      labels.put(label.getName(), label.getValue());
    }
    return labels;
  }

  private static String ending(MetricSnapshot snapshot) {
    return switch (snapshot) {
      case CounterSnapshot counter -> "_total";
      case InfoSnapshot info -> "_info";
      default -> "";
    };
  }

  private static String type(MetricSnapshot snapshot) {
    return switch (snapshot) {
      case CounterSnapshot counter -> "counter";
      case GaugeSnapshot gauge -> "gauge";
      case HistogramSnapshot histogram -> "histogram";
      case InfoSnapshot info -> "info";
      default -> "other";
    };
  }

  private static double value(DataPointSnapshot point) {
    return switch (point) {
      case CounterSnapshot.CounterDataPointSnapshot counter -> counter.getValue();
      case GaugeSnapshot.GaugeDataPointSnapshot gauge -> gauge.getValue();
      case HistogramSnapshot.HistogramDataPointSnapshot histogram -> histogram.getCount();
      default -> 1;
    };
  }
}
