package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.lab.Lab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that the agent would look at for one SIP domain of a lab, and what it finds. */
final class Survey {
  /** What the account's walks come to: the Director, if there is one, and the first pool. */
  private static final int WEB_NAMES = 4;

  private final WebName[] webNames;
  private final Walker walker;
  private final List<String> lines = new ArrayList<>();

  private Survey(Lab lab) {
    this.walker = new Walker(lab);
    this.webNames = webNames(lab);
  }

  /**
   * One line for each finding, but that of a private authority: probe, view and target; stage,
   * reason, severity and role; where.
   */
  static List<String> of(Lab lab) {
    Survey survey = new Survey(lab);
    survey.domain("contoso.example", "alice@contoso.example");
    return survey.lines;
  }

  private void domain(String domain, String address) {
    for (View view : List.of(View.INTERNAL, View.EXTERNAL)) {
      note(walker.dns(view, domain, webNames));
      if (view == View.INTERNAL) {
        note(walker.entry(view, domain, DiscoveryRecord.LYNCDISCOVERINTERNAL));
        note(walker.certificate(view, "lyncdiscoverinternal." + domain));
        note(walker.certificate(view, "pool01.corp.contoso.example"));
      }
      note(walker.entry(view, domain, DiscoveryRecord.LYNCDISCOVER));
      note(walker.certificate(view, "lyncdiscover." + domain));
      note(walker.signIn(view, address));
    }
  }

  private static WebName[] webNames(Lab lab) {
    return lab.webNames().stream()
        .limit(WEB_NAMES)
        .map(name -> new WebName(name.contains(".corp.") ? Side.INTERNAL : Side.EXTERNAL, name))
        .sorted(Comparator.comparing(WebName::side))
        .toArray(WebName[]::new);
  }

  private void note(Report report) {
    String target =
        report.target().probe().label()
            + " "
            + report.target().view().label()
            + " "
            + report.target().name();
    for (Finding finding : report.findings()) {
      if (finding.reason() == Reason.TLS_NOT_PUBLIC) {
        continue; // of every endpoint of a lab, whose authority is a private one
      }
      lines.add(
          target
              + " | "
              + finding.stage().label()
              + " "
              + finding.reason().code()
              + " "
              + finding.severity().label()
              + " "
              + finding.role().label()
              + " | "
              + finding.where());
    }
  }
}
