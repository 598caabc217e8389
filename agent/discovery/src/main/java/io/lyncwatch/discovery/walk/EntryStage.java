package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SideBySide;
import io.lyncwatch.discovery.document.AutodiscoverDocument;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.FailureFindings;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a discovery record over http and https side by side, judges both, and goes on with https if
 * it is good, else with http. A manual URL is https only.
 */
final class EntryStage {
  private final Journey journey;

  EntryStage(Journey journey) {
    this.journey = journey;
  }

  /**
   * The sides of one entry point.
   *
   * @param sides the last is the best to go on with
   * @param findings of all, at the severity that they have together
   */
  record Entered(List<EntrySide> sides, List<Finding> findings) {
    Optional<Arrival> arrival() {
      return sides.reversed().stream().flatMap(side -> side.arrival().stream()).findFirst();
    }
  }

  /** Asks and writes it down; what is wrong is left to the caller to write down. */
  Entered enter(StageNotes notes, EntryPoint entry) {
    journey.sightings().met(entry.endpoint(), entry.role());
    List<Exchange> answers = SideBySide.all(entry.schemes(), scheme -> ask(entry, scheme));
    EntrySide https = side(notes, "https", answers.getLast());
    if (entry.schemes().size() == 1) {
      return new Entered(List.of(https), https.findings());
    }
    EntrySide http = side(notes, "http", answers.getFirst());
    BothSides both = new BothSides(entry, http, https).named(journey.network().view(), this::ours);
    BothSides usable =
        new BothSides(entry, onlyIfItLeadsOn(entry, both.http(), both.https()), both.https());
    return new Entered(List.of(usable.http(), usable.https()), explained(notes, usable));
  }

  /**
   * If neither side led on and somebody answered with something else than the service does, the
   * path of the service is tried: if that answers, the rewrite rule is what is missing; if its
   * server does not have it, the service is; if it does not run, that is the first to be mended;
   * and the rest follows from it.
   */
  private List<Finding> explained(StageNotes notes, BothSides both) {
    EntryPoint entry = both.entry();
    List<Finding> findings = weighed(entry, both.http(), both.https());
    Optional<Finding> cause =
        both.http().good() || both.https().good()
            ? Optional.empty()
            : Stream.of(both.https(), both.http())
                .filter(side -> side.findings().stream().anyMatch(EntryStage::isAnswer))
                .findFirst()
                .flatMap(side ->
                    entry
                        .service(side.scheme())
                        .flatMap(service -> atItsOwnPath(notes, entry, side, service)));
    if (cause.isEmpty()) {
      return both.ofAnotherApplication(findings, this::ours);
    }
    List<Finding> explained = new ArrayList<>(List.of(cause.get()));
    for (Finding finding : findings) {
      explained.add(isAnswer(finding) ? finding.asConsequence() : finding);
    }
    return explained;
  }

  private boolean ours(String host) {
    return journey.mayLeadTo(host, false);
  }

  private static boolean isAnswer(Finding finding) {
    return UnexpectedAnswer.STATUS.contains(finding.reason());
  }

  private Optional<Finding> atItsOwnPath(
      StageNotes notes, EntryPoint entry, EntrySide side, URI service) {
    return journey
        .followUp(journey.document(service))
        .flatMap(exchange ->
            exchange
                .response()
                .map(response ->
                    RootAnswer.read(journey.answer(exchange, response), true, Stage.ROOT))
                .flatMap(answer -> cause(notes, entry, side, service, exchange, answer)));
  }

  private static Optional<Finding> cause(
      StageNotes notes,
      EntryPoint entry,
      EntrySide side,
      URI service,
      Exchange exchange,
      RootAnswer answer) {
    return switch (answer) {
      case RootAnswer.Good _ -> {
        notes.step(asked(exchange), "the service, but it is not at /", true, exchange.took());
        yield Optional.of(found(Reason.ROOT_REWRITE_MISSING, entry, side, service, side.node()));
      }
      case RootAnswer.Bad(Finding finding, String words) -> {
        notes.step(asked(exchange), words, false, exchange.took());
        yield switch (finding.reason()) {
          case APPLICATION_STOPPED, APPLICATION_DAMAGED -> Optional.of(finding);
          case AUTODISCOVER_MISSING ->
              Optional.of(
                  found(
                      Reason.AUTODISCOVER_MISSING,
                      entry,
                      side,
                      service,
                      Optional.ofNullable(finding.evidence().get("node"))));
          default -> Optional.empty();
        };
      }
    };
  }

  private static Finding found(
      Reason reason, EntryPoint entry, EntrySide side, URI service, Optional<String> node) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("url", entry.url(side.scheme(), Optional.empty()).toString());
    side.exchange()
        .response()
        .ifPresent(response -> evidence.put("status", Integer.toString(response.status())));
    evidence.put("service", service.toString());
    node.ifPresent(name -> evidence.put("node", name));
    return Finding.of(reason, Stage.ROOT, entry.host(), evidence);
  }

  private Exchange ask(EntryPoint entry, String scheme) {
    return journey.exchange(journey.document(entry.url(scheme, journey.address())));
  }

  private EntrySide side(StageNotes notes, String scheme, Exchange exchange) {
    List<Finding> findings = new ArrayList<>(journey.findings(exchange, notes));
    return switch (exchange.result()) {
      case Exchange.Result.Failed(var failure) -> {
        notes.step(asked(exchange), Words.of(failure), false, exchange.took());
        yield new EntrySide(scheme, exchange, Optional.empty(), findings);
      }
      case Exchange.Result.Answered(Response response) -> {
        Answer answer = journey.answer(exchange, response);
        yield answered(notes, scheme, exchange, answer, findings);
      }
    };
  }

  private EntrySide answered(
      StageNotes notes, String scheme, Exchange exchange, Answer answer, List<Finding> findings) {
    return switch (RootAnswer.read(answer, true, Stage.ROOT)) {
      case RootAnswer.Bad(Finding finding, String words) -> {
        notes.step(asked(exchange), words, false, exchange.took());
        findings.add(finding);
        yield new EntrySide(scheme, exchange, Optional.empty(), findings);
      }
      case RootAnswer.Good(Arrival arrival, String words) -> {
        Optional<Finding> untrusted = untrusted(arrival);
        notes.step(asked(exchange), words, untrusted.isEmpty(), exchange.took());
        untrusted
            .or(() -> WrongBridge.behind(arrival, journey.network().view()))
            .ifPresent(findings::add);
        journey.remark(answer, Stage.ROOT).ifPresent(findings::add);
        Optional<Arrival> usable = untrusted.isPresent() ? Optional.empty() : Optional.of(arrival);
        yield new EntrySide(scheme, exchange, usable, findings);
      }
    };
  }

  private static String asked(Exchange exchange) {
    return exchange.request()
        + exchange.peer().map(peer -> " at " + FailureFindings.text(peer.address())).orElse("");
  }

  /** A redirect from http to the https side of the same entry is worth no more than that side. */
  private EntrySide onlyIfItLeadsOn(EntryPoint entry, EntrySide http, EntrySide https) {
    boolean leadsToHttps =
        http.arrival()
            .filter(arrival -> arrival.document() instanceof AutodiscoverDocument.Redirect)
            .map(arrival -> (AutodiscoverDocument.Redirect) arrival.document())
            .map(redirect -> Route.of(URI.create(redirect.href())))
            .filter(Route.of(entry.url("https", journey.address()))::equals)
            .isPresent();
    return leadsToHttps && !https.good() ? http.withoutArrival() : http;
  }

  /** A redirect that may not be followed leads nowhere. */
  private Optional<Finding> untrusted(Arrival arrival) {
    return arrival.document() instanceof AutodiscoverDocument.Redirect redirect
        ? journey.untrusted(Stage.ROOT, URI.create(redirect.href()), arrival.verified())
        : Optional.empty();
  }

  /**
   * What is wrong with a side counts by what the other side does: phones ask both, so a dead http
   * side beside a good https side is worth knowing only, and the reverse is a warning.
   */
  private static List<Finding> weighed(EntryPoint entry, EntrySide http, EntrySide https) {
    List<Finding> findings = new ArrayList<>();
    boolean onlyHttp = http.good() && !https.good();
    for (Finding finding : https.findings()) {
      findings.add(onlyHttp ? finding.atMost(Severity.WARNING) : finding);
    }
    for (Finding finding : http.findings()) {
      findings.add(https.good() && !http.good() ? finding.atMost(Severity.INFO) : finding);
    }
    if (onlyHttp) {
      findings.add(
          Finding.of(
                  Reason.HTTPS_BROKEN_HTTP_WORKS,
                  Stage.ROOT,
                  entry.host(),
                  Map.of("name", entry.host()))
              .asConsequence());
    }
    return findings;
  }
}
