package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.document.DocumentReader;
import io.lyncwatch.discovery.document.Reading;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the Domain document, which tells the topology of the server asked without a sign-in. Phones
 * can do without it, so what is wrong here is a warning at most and the walk goes on.
 */
final class DomainStage {
  private final Journey journey;

  DomainStage(Journey journey) {
    this.journey = journey;
  }

  Optional<AutodiscoverDocument.Domain> read(StageNotes notes, URI url, boolean verified) {
    StageNotes own = new StageNotes(notes.stage());
    Optional<AutodiscoverDocument.Domain> document =
        journey.mayFollow(own, url, verified)
            ? journey
                .ask(own, journey.document(url))
                .flatMap(answer -> document(own, answer, verified))
            : Optional.empty();
    notes.take(own, Severity.WARNING);
    return document;
  }

  private Optional<AutodiscoverDocument.Domain> document(
      StageNotes notes, Answer answer, boolean verified) {
    Reading reading = DocumentReader.read(answer.response().body(), answer.url());
    String asked = "GET " + answer.url();
    if (answer.response().status() == 200
        && reading instanceof Reading.Read(AutodiscoverDocument.Domain domain, var leftOut)) {
      notes.step(asked, "Domain document" + Unusable.words(leftOut), true, answer.took());
      Unusable.finding(answer, notes.stage(), leftOut).ifPresent(notes::find);
      journey.remark(answer, notes.stage()).ifPresent(notes::find);
      journey.sightings().webNames(domain.links());
      journey.sightings().said(domain.links());
      new NamedEndpoints(journey, verified && answer.verified()).of(domain);
      return Optional.of(domain);
    }
    notes.step(
        asked, Words.of(answer.response()) + ", not a Domain document", false, answer.took());
    notes.find(wrong(notes, answer, reading));
    return Optional.empty();
  }

  private static Finding wrong(StageNotes notes, Answer answer, Reading reading) {
    if (answer.response().status() == 200 && UnexpectedAnswer.isPage(reading)) {
      return UnexpectedAnswer.page(answer.response(), answer.url(), notes.stage());
    }
    if (answer.response().status() != 200 || answer.response().server().isEmpty()) {
      return UnexpectedAnswer.of(answer.response(), answer.url(), notes.stage());
    }
    Map<String, String> evidence = UnexpectedAnswer.evidence(answer.response(), answer.url());
    evidence.put("detail", UnexpectedAnswer.detail(reading));
    return Finding.of(Reason.DOCUMENT_MALFORMED, notes.stage(), answer.url().toString(), evidence);
  }
}
