package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.dns.AuthorityAnswer;
import io.lyncwatch.discovery.dns.Disagreement;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.dns.Wildcard;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.text.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one passage through a stage writes down. */
public final class StageNotes {
  private static final int LONGEST = 1000;

  private final Stage stage;
  private final List<StageResult.Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  StageNotes(Stage stage) {
    this.stage = stage;
  }

  /** The stage. */
  public Stage stage() {
    return stage;
  }

  /** One question and its answer, in words for people. */
  public void step(String asked, String answered, boolean good, Duration took) {
    steps.add(
        new StageResult.Step(
            Excerpt.of(asked, LONGEST), Excerpt.of(answered, LONGEST), good, took));
  }

  /** What other notes say was asked. */
  void stepsOf(StageNotes other) {
    steps.addAll(other.steps);
  }

  /** One name asked at one resolver. */
  public void lookup(Lookup lookup, boolean good) {
    Duration slower =
        lookup.a().took().compareTo(lookup.aaaa().took()) > 0
            ? lookup.a().took()
            : lookup.aaaa().took();
    step(lookup.name(), Words.of(lookup), good, slower);
  }

  /** A name that nobody made, and what a resolver says of it. */
  public void stray(Wildcard wildcard) {
    DnsAnswer stray = wildcard.stray();
    step(
        stray.name() + ", a random name",
        Words.of(stray),
        stray.status() != DnsAnswer.Status.ADDRESSES,
        stray.took());
  }

  /** That resolvers disagree, if they do, and what authoritative servers say. */
  void disagreement(Disagreement disagreement) {
    for (AuthorityAnswer answer : disagreement.authorities()) {
      step("authoritative " + answer.server(), answer.inWords(), answer.spoke(), answer.took());
    }
    findAll(disagreement.findings());
  }

  /** A primary finding of the reason's own severity. */
  public void find(Reason reason, String where, Map<String, String> evidence) {
    find(Finding.of(reason, stage, where, evidence));
  }

  /** Something found; what strangers sent is made safe to show here, at the door. */
  public void find(Finding finding) {
    Map<String, String> evidence = new LinkedHashMap<>();
    finding.evidence().forEach((key, value) -> evidence.put(key, shown(value)));
    findings.add(
        new Finding(
            finding.reason(),
            finding.severity(),
            finding.role(),
            finding.stage(),
            shown(finding.where()),
            evidence));
  }

  /** Several things found. */
  public void findAll(List<Finding> found) {
    found.forEach(this::find);
  }

  /** All that somebody else wrote down, what was found no worse than {@code ceiling}. */
  void take(StageNotes other, Severity ceiling) {
    stepsOf(other);
    other.findings.stream().map(finding -> finding.atMost(ceiling)).forEach(findings::add);
  }

  /** Whether something is broken, and all of it for these reasons. */
  boolean brokenBy(Set<Reason> reasons) {
    List<Finding> broken =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    return !broken.isEmpty()
        && broken.stream().allMatch(finding -> reasons.contains(finding.reason()));
  }

  /** All that other notes say; what was found for these reasons is no worse than that. */
  void takeAll(StageNotes other, Map<Reason, Severity> ceilings) {
    stepsOf(other);
    other.findings.stream()
        .map(finding -> finding.atMost(ceilings.getOrDefault(finding.reason(), finding.severity())))
        .forEach(findings::add);
  }

  /** Spaces at the ends are part of how evidence fits into sentences. */
  private static String shown(String text) {
    String safe = Excerpt.of(text, LONGEST);
    return text.startsWith(" ") ? " " + safe : safe;
  }

  List<StageResult.Step> steps() {
    return steps;
  }

  List<Finding> findings() {
    return findings;
  }
}
