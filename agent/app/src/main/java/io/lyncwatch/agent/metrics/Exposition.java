package io.lyncwatch.agent.metrics;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.report.LatestReports;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** All metrics of the agent, of its JVM and its process, ready to be scraped. */
public final class Exposition {
  /** Micrometer adds such a gauge to each timer; nobody asked for it. */
  private static final Set<String> UNWANTED =
      Arrays.stream(MetricCatalogue.values())
          .filter(family -> family.type() == MetricCatalogue.Type.HISTOGRAM)
          .map(family -> family.family() + "_max")
          .collect(Collectors.toUnmodifiableSet());

  private final ExpositionFormats formats = ExpositionFormats.init();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final EventMetrics events;

  /**
   * Metrics of this agent.
   *
   * @param vantage where it stands, in the operator's words
   * @param version of the agent
   */
  public Exposition(String vantage, String version, LatestReports latest, Inventory inventory) {
    registry.register(new StateCollector(vantage, version, latest, inventory));
    events =
        new EventMetrics(
            vantage, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM));
    JvmMetrics.builder().register(registry);
  }

  /** What counts events: feed it reports, and let the schedule tell it of its times. */
  public EventMetrics events() {
    return events;
  }

  /**
   * What there is to see now. It is worked out before this returns, so whatever fails does so
   * before the answer has begun.
   *
   * @param accept the header of the request: OpenMetrics for who asks for it, else Prometheus text
   */
  public Page scrape(String accept) {
    ExpositionFormatWriter writer = formats.findWriter(accept);
    MetricSnapshots seen = snapshots();
    return new Page(
        writer.getContentType(),
        out -> writer.write(out, seen, EscapingScheme.UNDERSCORE_ESCAPING));
  }

  MetricSnapshots snapshots() {
    return registry.scrape(name -> !UNWANTED.contains(name));
  }

  /**
   * An answer to a scrape.
   *
   * @param contentType with its version and character set
   */
  public record Page(String contentType, Text text) {}

  /** The text of an answer. It may be megabytes long, so it is never held whole. */
  @FunctionalInterface
  public interface Text {
    /** Writes all of it, and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
