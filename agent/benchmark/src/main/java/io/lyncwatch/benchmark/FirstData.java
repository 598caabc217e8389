package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.report.TargetId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Watches when targets come and when they have data, in seconds of the agent's age. Scrapes seldom,
 * since an agent that is just warming up would be busy with little else: when a first run ended is
 * in the scrape after it.
 */
final class FirstData {
  private static final Duration BETWEEN_SCRAPES = Duration.ofSeconds(5);
  private static final double LONGEST = 90;

  private final AgentProcess agent;
  private final Set<String> fromTheStart = new HashSet<>();
  private final Map<String, Double> notThere = new HashMap<>();
  private final Map<String, Double> looked = new HashMap<>();
  private final double firstScrape;
  private final double labsBefore;
  private double before;
  private double agents;
  private double labs;

  private FirstData(AgentProcess agent, Watched watched, double firstScrape, double labsBefore) {
    this.agent = agent;
    this.firstScrape = firstScrape;
    this.labsBefore = labsBefore;
    watched.probes().forEach(probe -> fromTheStart.add(id(probe.target())));
  }

  private static String id(TargetId target) {
    return target.toString();
  }

  /** Waits until all targets have data, those from the start and those that walks lead to. */
  static FirstData await(AgentProcess agent, LabProcess lab, Watched watched)
      throws IOException, InterruptedException {
    double labsBefore = lab.cpu();
    Scrape scrape = agent.firstScrape();
    FirstData data = new FirstData(agent, watched, agent.age(), labsBefore);
    data.note(scrape);
    while (!data.complete() && agent.age() < LONGEST) {
      Thread.sleep(BETWEEN_SCRAPES);
      data.note(agent.scrape());
    }
    data.agents = agent.cpu();
    data.labs = lab.cpu() - data.labsBefore;
    return data;
  }

  private void note(Scrape scrape) {
    double now = agent.age();
    scrape
        .byTarget("lyncwatch_probe_interval_seconds")
        .keySet()
        .forEach(target -> notThere.putIfAbsent(target, before));
    before = now;
    scrape
        .byTarget("lyncwatch_probe_last_run_timestamp_seconds")
        .forEach((target, ended) -> looked.putIfAbsent(target, ended - agent.startedAt()));
  }

  private boolean complete() {
    return looked.keySet().containsAll(fromTheStart)
        && looked.keySet().containsAll(notThere.keySet());
  }

  /** From the start of the process to the first scrape that was answered. */
  double firstScrape() {
    return firstScrape;
  }

  /** Seconds of processor time that the agent took from its start until then. */
  double agentsProcessor() {
    return agents;
  }

  /** And the lab, meanwhile. */
  double labsProcessor() {
    return labs;
  }

  /** How many targets have no data though the time is up. */
  long without() {
    return fromTheStart.stream().filter(target -> !looked.containsKey(target)).count()
        + derived().filter(target -> !looked.containsKey(target)).count();
  }

  /** From the first scrape until every target of the start had data. */
  double fromTheStart() {
    return fromTheStart.stream().mapToDouble(this::lookedAt).max().orElse(0) - firstScrape;
  }

  /**
   * The longest that a target that a walk led to was there without data, at most: it is known to
   * have been absent from the scrape before the one that showed it.
   */
  double derivedAfterWalk() {
    return derived()
        .mapToDouble(target -> lookedAt(target) - Objects.requireNonNull(notThere.get(target)))
        .max()
        .orElse(0);
  }

  long derivedCount() {
    return derived().count();
  }

  int fromTheStartCount() {
    return fromTheStart.size();
  }

  private double lookedAt(String target) {
    return looked.getOrDefault(target, Double.POSITIVE_INFINITY);
  }

  private java.util.stream.Stream<String> derived() {
    return notThere.keySet().stream().filter(target -> !fromTheStart.contains(target));
  }
}
