package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.report.MetEndpoint;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Follows redirects to a root document, counted, without going in circles, as far as they are
 * trusted.
 */
final class RedirectStage {
  private final Journey journey;

  RedirectStage(Journey journey) {
    this.journey = journey;
  }

  /** Goes on until something else than a redirect comes. */
  Optional<Arrival> follow(StageNotes notes, Arrival start) {
    Optional<Arrival> here = Optional.of(start);
    while (here.isPresent()
        && here.get().document() instanceof AutodiscoverDocument.Redirect redirect) {
      here = follow(notes, URI.create(redirect.href()), here.get().verified());
    }
    return here;
  }

  private Optional<Arrival> follow(StageNotes notes, URI target, boolean verified) {
    if (!allowed(notes, target) || !journey.mayFollow(notes, target, verified)) {
      return Optional.empty();
    }
    journey.sightings().met(target, MetEndpoint.Role.AUTODISCOVER);
    Exchange exchange = journey.exchange(journey.document(target));
    ExternalName.missing(journey.network().view(), exchange, notes.stage()).ifPresent(notes::find);
    return journey.note(notes, exchange).flatMap(answer -> arrive(notes, answer, verified));
  }

  private Optional<Arrival> arrive(StageNotes notes, Answer answer, boolean verified) {
    String asked = "GET " + answer.url();
    return switch (RootAnswer.read(answer, verified, notes.stage())) {
      case RootAnswer.Good(Arrival arrival, String words) -> {
        notes.step(asked, words, true, answer.took());
        journey.remark(answer, notes.stage()).ifPresent(notes::find);
        WrongBridge.behind(arrival, journey.network().view()).ifPresent(notes::find);
        yield Optional.of(arrival);
      }
      case RootAnswer.Bad(Finding finding, String words) -> {
        notes.step(asked, words, false, answer.took());
        notes.find(finding);
        yield Optional.empty();
      }
    };
  }

  private boolean allowed(StageNotes notes, URI target) {
    return switch (journey.trail().redirect(target)) {
      case FOLLOW -> true;
      case LOOP -> {
        notes.find(Reason.REDIRECT_LOOP, target.toString(), Map.of("url", target.toString()));
        yield false;
      }
      case TOO_MANY -> {
        notes.find(
            Reason.REDIRECT_TOO_MANY,
            target.toString(),
            Map.of("limit", Integer.toString(Trail.LIMIT), "url", target.toString()));
        yield false;
      }
    };
  }
}
