package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.StageResult.Step;
import io.lyncwatch.lab.Lab;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one sign-in through a lab came to, and what it cost.
 *
 * @param issuers how often an authority was asked for a certificate that a server did not send
 */
record Passage(View view, Report report, long issuers) {
  /** Where the service is asked where its name does not lead to it. */
  private static final String ITS_OWN_PATH = "://lyncdiscover[a-z]*\\.[^/]+/Autodiscover/.*";

  /** Both ways in, one after the other. */
  static List<Passage> through(Lab lab, Traveller traveller) {
    return Stream.of(View.INTERNAL, View.EXTERNAL)
        .map(view -> through(lab, traveller, view))
        .toList();
  }

  static Passage through(Lab lab, Traveller traveller, View view) {
    lab.journal().clear();
    Report report = traveller.signIn(lab, view);
    long issuers =
        lab.journal().visits().stream().filter(visit -> visit.site().equals("authority")).count();
    return new Passage(view, report, issuers);
  }

  /** The walk as the table of faults names it. */
  String walk() {
    return "sign_in " + view.label() + " " + report.target().name();
  }

  /** All that was asked, one for each name and for each request. */
  long questions() {
    return steps().count() + issuers;
  }

  /** Those of them that no client asks: they are there to tell why something is as it is. */
  long followUps() {
    return furtherSteps().count() + issuers;
  }

  /** How long those took that are written down. */
  Duration followedUpFor() {
    return furtherSteps().map(Step::took).reduce(Duration.ZERO, Duration::plus);
  }

  private Stream<Step> furtherSteps() {
    return report.stages().stream()
        .flatMap(stage -> stage.steps().stream().filter(step -> isFollowUp(stage, step)));
  }

  private static boolean isFollowUp(StageResult stage, Step step) {
    return step.asked().endsWith(", a random name")
        || step.asked().startsWith("authoritative ")
        || (stage.stage() == Stage.ROOT && step.asked().matches("GET https?" + ITS_OWN_PATH));
  }

  private Stream<Step> steps() {
    return report.stages().stream().flatMap(stage -> stage.steps().stream());
  }
}
