package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink that remembers what it was fed. */
public final class RecordingSink implements ReportSink {
  private final List<Report> reports = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public void accept(Report report) {
    reports.add(report);
  }

  @Override
  public void added(TargetId target, Duration interval) {
    events.add("added " + target + " every " + interval);
  }

  @Override
  public void removed(TargetId target) {
    events.add("removed " + target);
  }

  public List<Report> reports() {
    return List.copyOf(reports);
  }

  public List<Outcome> outcomes() {
    return reports.stream().map(Report::outcome).toList();
  }

  /** Targets that came and went, in words. */
  public List<String> events() {
    return List.copyOf(events);
  }
}
