package io.lyncwatch.agent.metrics;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.schedule.ScheduleListener;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Counts what happens: runs, stages, questions, changes, and how well the schedule keeps its times.
 *
 * <p>Histograms carry no domain, target or account: with thousands of targets a scrape would be too
 * large to be of use. The time of each target's last run is a gauge of {@link StateCollector}.
 */
public final class EventMetrics implements ReportSink, ScheduleListener {
  /** Upper bounds in milliseconds; what is slower is in none of them. */
  private static final int[] BOUNDS = {
    5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000
  };

  private final String vantage;
  private final MeterRegistry registry;
  private final Map<TargetId, Map<Outcome, Counter>> runs = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Timer lag;
  private final Counter misfires;

  /**
   * Counts in {@code registry}.
   *
   * @param vantage where this agent stands, in the operator's words
   */
  public EventMetrics(String vantage, MeterRegistry registry) {
    this.vantage = vantage;
    this.registry = registry;
    this.lag = timer(MetricCatalogue.SCHEDULE_LAG);
    this.misfires = counter(MetricCatalogue.SCHEDULE_MISFIRES);
    MetricCatalogue gauge = MetricCatalogue.PROBES_IN_FLIGHT;
    Gauge.builder(gauge.family(), inFlight::get).description(gauge.help()).register(registry);
  }

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public void added(TargetId target, Duration interval) {
    runs.computeIfAbsent(target, this::countersOf);
    if (target.probe() == ProbeKind.DNS) {
      retransmits(target, target.name());
    }
    changes(target, kind(target.probe())); // from 0 on, so that the first increase is seen
  }

  @Override
  public void removed(TargetId target) {
    Map<Outcome, Counter> counters = runs.remove(target);
    if (counters != null) {
      counters.values().forEach(registry::remove);
    }
  }

  @Override
  public void accept(Report report) {
    TargetId target = report.target();
    Map<Outcome, Counter> counters = runs.get(target);
    if (counters == null) {
      return;
    }
    Objects.requireNonNull(counters.get(report.outcome())).increment();
    report.changes().forEach(change -> changes(target, change.kind()).increment());
    RunRows.timeInStages(report)
        .forEach((stage, took) ->
            timer(
                    MetricCatalogue.STAGE_DURATION,
                    vantage,
                    target.view().label(),
                    target.probe().label(),
                    stage.label())
                .record(took));
    if (report.facts() instanceof Facts.Dns dns) {
      for (Facts.RecordLookup asked : dns.lookups()) {
        count(target, asked.lookup().a());
        count(target, asked.lookup().aaaa());
      }
    }
  }

  private void count(TargetId target, DnsAnswer answer) {
    String resolver = answer.resolver().name();
    timer(MetricCatalogue.DNS_LOOKUP_DURATION, vantage, target.view().label(), resolver)
        .record(answer.took());
    retransmits(target, resolver).increment(answer.retransmits());
  }

  /** What changes there are to a target of such a probe. */
  private static Change.Kind kind(ProbeKind probe) {
    return switch (probe) {
      case DNS -> Change.Kind.ADDRESSES;
      case ENTRY -> Change.Kind.NODES;
      case SIGN_IN -> Change.Kind.HOME_POOL;
      case CERTIFICATE -> Change.Kind.CERTIFICATE;
    };
  }

  private Counter changes(TargetId target, Change.Kind kind) {
    return counter(MetricCatalogue.CHANGES, vantage, target.view().label(), kind.label());
  }

  private Counter retransmits(TargetId target, String resolver) {
    return counter(MetricCatalogue.DNS_RETRANSMITS, vantage, target.view().label(), resolver);
  }

  @Override
  public void started(TargetId target, Duration late) {
    inFlight.incrementAndGet();
    lag.record(late);
  }

  @Override
  public void ended(TargetId target) {
    inFlight.decrementAndGet();
  }

  @Override
  public void misfired(TargetId target, long firings) {
    misfires.increment((double) firings);
  }

  private Map<Outcome, Counter> countersOf(TargetId target) {
    Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          counter(
              MetricCatalogue.PROBE_RUNS,
              vantage,
              target.view().label(),
              target.probe().label(),
              target.domain(),
              target.name(),
              outcome.label()));
    }
    return counters;
  }

  private Counter counter(MetricCatalogue family, String... labelValues) {
    return Counter.builder(family.family())
        .description(family.help())
        .tags(tags(family, labelValues))
        .register(registry);
  }

  private Timer timer(MetricCatalogue family, String... labelValues) {
    return Timer.builder(family.family())
        .description(family.help())
        .tags(tags(family, labelValues))
        .serviceLevelObjectives(
            IntStream.of(BOUNDS).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
        .register(registry);
  }

  private static Tags tags(MetricCatalogue family, String... labelValues) {
    return Tags.of(
        IntStream.range(0, family.labels().size())
            .mapToObj(i -> Tag.of(family.labels().get(i), labelValues[i]))
            .toList());
  }
}
