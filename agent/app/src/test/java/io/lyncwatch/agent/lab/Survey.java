package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.lab.Lab;
import java.util.ArrayList;
import java.util.List;

/** Everything that the agent would look at for one SIP domain of a lab, and what it finds. */
final class Survey {
  private static final WebName[] WEB_NAMES = {
    new WebName(Side.INTERNAL, "dir01.corp.contoso.example"),
    new WebName(Side.INTERNAL, "pool01.corp.contoso.example"),
    new WebName(Side.EXTERNAL, "dirweb.contoso.example"),
    new WebName(Side.EXTERNAL, "webpool01.contoso.example")
  };

  private final Walker walker;
  private final List<String> lines = new ArrayList<>();

  private Survey(Lab lab) {
    this.walker = new Walker(lab);
  }

  /** One line for each finding: probe, view and target; stage, reason, severity and role; where. */
  static List<String> of(Lab lab) {
    Survey survey = new Survey(lab);
    survey.domain("contoso.example", "alice@contoso.example");
    return survey.lines;
  }

  private void domain(String domain, String address) {
    for (View view : List.of(View.INTERNAL, View.EXTERNAL)) {
      note(walker.dns(view, domain, WEB_NAMES));
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

  private void note(Report report) {
    String target =
        report.target().probe().label()
            + " "
            + report.target().view().label()
            + " "
            + report.target().name();
    for (Finding finding : report.findings()) {
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
