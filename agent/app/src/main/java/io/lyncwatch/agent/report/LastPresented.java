package io.lyncwatch.agent.report;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Facts.Presented;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each address of an endpoint presented when it presented something last: a server that is
 * down still has the certificate that it had.
 *
 * <p>An address that the name no longer has is forgotten, unless nothing would be left then; an
 * endpoint that is absent on purpose has presented nothing.
 *
 * @param all those of the latest run first, then what is kept of earlier ones
 * @param refused whether some address turned clients away as it has no certificate for the name,
 *     and none has presented one since
 */
public record LastPresented(List<Presented> all, boolean refused) {
  /** Before the first run, and of targets that are no endpoints. */
  public static final LastPresented NOTHING = new LastPresented(List.of(), false);

  /** A hostile name server could show another address in each run. */
  private static final int ROOM = 64;

  /** Copies the list. */
  public LastPresented {
    all = List.copyOf(all);
  }

  /** What is known after one more run. */
  public LastPresented after(Report report) {
    if (!(report.facts() instanceof Facts.Certificate facts)) {
      return this;
    }
    boolean absent = facts.presented().isEmpty() && report.outcome() == Outcome.SUCCESS;
    return absent ? NOTHING : after(facts, refusedAfter(report, facts));
  }

  private boolean refusedAfter(Report report, Facts.Certificate facts) {
    return report.findings().stream()
            .anyMatch(finding -> finding.reason() == Reason.TLS_NAME_UNKNOWN)
        || (refused && facts.presented().isEmpty());
  }

  private LastPresented after(Facts.Certificate facts, boolean nowRefused) {
    Map<String, Presented> byAddress = new LinkedHashMap<>();
    facts.presented().forEach(presented -> byAddress.put(presented.address(), presented));
    all.forEach(presented -> byAddress.putIfAbsent(presented.address(), presented));
    List<Presented> there =
        byAddress.values().stream()
            .filter(presented -> facts.addresses().contains(presented.address()))
            .limit(ROOM)
            .toList();
    return new LastPresented(
        there.isEmpty() ? byAddress.values().stream().limit(ROOM).toList() : there, nowRefused);
  }
}
