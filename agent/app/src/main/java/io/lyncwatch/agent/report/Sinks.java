package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds several sinks, in their order. One that throws has a bug: that is logged, and the others
 * are fed all the same.
 */
public final class Sinks implements ReportSink {
  private static final Logger log = LoggerFactory.getLogger(Sinks.class);

  private final List<ReportSink> sinks;

  /** Feeds {@code sinks} in this order. */
  public Sinks(List<ReportSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  @Override
  public String name() {
    return "sinks";
  }

  @Override
  public void accept(Report report) {
    feed(report.target(), sink -> sink.accept(report));
  }

  @Override
  public void added(TargetId target, Duration interval) {
    feed(target, sink -> sink.added(target, interval));
  }

  @Override
  public void removed(TargetId target) {
    feed(target, sink -> sink.removed(target));
  }

  @Override
  public void connection(SelfConnection turned) {
    feed(turned.view(), sink -> sink.connection(turned));
  }

  private void feed(Object about, Consumer<ReportSink> food) {
    for (ReportSink sink : sinks) {
      try {
        food.accept(sink);
      } catch (RuntimeException bug) {
        log.error("The sink '{}' failed on {}", sink.name(), about, bug);
      }
    }
  }
}
