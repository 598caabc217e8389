package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest report of every target that exists, and how the agent itself is connected. A removed
 * target is forgotten, and a report that comes in after its target's removal does not bring it
 * back.
 */
public final class LatestReports implements ReportSink {
  private final Map<TargetId, TargetState> states = new ConcurrentHashMap<>();
  private final Map<View, SelfConnection> connections = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "latest reports";
  }

  @Override
  public void added(TargetId target, Duration interval) {
    states.compute(
        target,
        (id, state) -> state == null ? TargetState.fresh(id, interval) : state.every(interval));
  }

  @Override
  public void accept(Report report) {
    states.computeIfPresent(report.target(), (id, state) -> state.after(report));
  }

  @Override
  public void removed(TargetId target) {
    states.remove(target);
  }

  @Override
  public void connection(SelfConnection turned) {
    connections.put(turned.view(), turned);
  }

  /** How the agent is connected in each view of which that is known, in their order. */
  public List<SelfConnection> connections() {
    return connections.values().stream()
        .sorted(Comparator.comparing(SelfConnection::view))
        .toList();
  }

  /** Every target that exists, in no order. */
  public Collection<TargetState> states() {
    return List.copyOf(states.values());
  }

  /** What is known of one target; empty if there is no such target. */
  public Optional<TargetState> state(TargetId target) {
    return Optional.ofNullable(states.get(target));
  }
}
