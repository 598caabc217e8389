package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.walk.ServiceAnswer.State;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks each service of the home pool its cheap question, and where that fails the other set of
 * URLs, as clients do. A server that takes no connection is asked once, not once for each of its
 * services.
 */
final class ServicesStage {
  /** With less time than this a failure would tell of us and not of the server. */
  private static final Duration LEAST = Duration.ofSeconds(2);

  /** For these, as for no answer, clients forget a URL; for no other status. */
  private static final Set<Integer> FORGET = Set.of(403, 502);

  private final Journey journey;

  ServicesStage(Journey journey) {
    this.journey = journey;
  }

  /**
   * Asks.
   *
   * @return one for each service for which there was time
   */
  List<ServiceAnswer> check(StageNotes notes, UrlSets sets) {
    Side first = sets.first(journey.network().view());
    return check(notes, first, sets.services(journey.network().view()), sets.verified());
  }

  List<ServiceAnswer> check(
      StageNotes notes, Side first, List<Service> services, boolean verified) {
    Round round = new Round(verified, journey.stageDeadline());
    Map<Service, StageNotes> own = new LinkedHashMap<>();
    List<ServiceAnswer> answers = new ArrayList<>();
    for (Service service : services) {
      StageNotes about = new StageNotes(notes.stage());
      State state = round.ask(about, service, service.url());
      notes.stepsOf(about);
      own.put(service, about);
      if (state != State.NOT_ASKED) {
        answers.add(new ServiceAnswer(service, state, State.NOT_ASKED));
      }
    }
    answers.replaceAll(answer -> elsewhere(notes, answer, round));
    write(notes, first, answers, own);
    return answers;
  }

  /** That the other set cannot be reached from here is no finding: it may not be meant to be. */
  private static ServiceAnswer elsewhere(StageNotes notes, ServiceAnswer answer, Round round) {
    if (answer.good() || answer.service().elsewhere().isEmpty()) {
      return answer;
    }
    StageNotes unsaid = new StageNotes(notes.stage());
    State state = round.ask(unsaid, answer.service(), answer.service().elsewhere().get());
    notes.stepsOf(unsaid);
    return answer.and(state);
  }

  /** What is wrong with a server is a warning if clients find all they need there elsewhere. */
  private void write(
      StageNotes notes, Side first, List<ServiceAnswer> answers, Map<Service, StageNotes> own) {
    Set<Route> missed =
        answers.stream()
            .filter(answer -> !answer.good() && answer.service().needed())
            .map(answer -> Route.of(answer.service().url()))
            .collect(Collectors.toSet());
    Set<Route> replaced =
        answers.stream()
            .filter(ServiceAnswer::failedOver)
            .map(answer -> Route.of(answer.service().url()))
            .filter(route -> !missed.contains(route))
            .collect(Collectors.toSet());
    own.forEach((service, about) -> {
      boolean harmless = replaced.contains(Route.of(service.url()));
      Severity ceiling = harmless ? Severity.WARNING : service.ceiling();
      about.findings().forEach(finding -> notes.find(named(service, finding).atMost(ceiling)));
    });
    failedOver(notes, first, answers);
  }

  private Finding named(Service service, Finding finding) {
    return Hairpin.isWay(journey.network().view(), service.side())
        ? Hairpin.named(finding)
        : finding;
  }

  private static void failedOver(StageNotes notes, Side first, List<ServiceAnswer> answers) {
    String services =
        answers.stream()
            .filter(ServiceAnswer::failedOver)
            .map(answer -> answer.service().name())
            .collect(Collectors.joining(", "));
    if (!services.isEmpty()) {
      Map<String, String> evidence = new LinkedHashMap<>();
      evidence.put("services", services);
      evidence.put("failed", first.label());
      evidence.put("used", first == Side.INTERNAL ? Side.EXTERNAL.label() : Side.INTERNAL.label());
      notes.find(
          Finding.of(Reason.SERVICE_FAILED_OVER, notes.stage(), services, evidence)
              .asConsequence());
    }
  }

  /**
   * One finding that says which services users miss, as bad as the worst that was found about them.
   */
  static void unreachable(StageNotes notes, List<ServiceAnswer> answers) {
    String missing = missing(answers);
    Severity worst =
        notes.findings().stream()
            .map(Finding::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    if (!missing.isEmpty() && worst != Severity.INFO) {
      String losses = joined(answers, Service::loss);
      Map<String, String> evidence = new LinkedHashMap<>();
      evidence.put("services", missing);
      if (!losses.isEmpty()) {
        evidence.put("losses", "; users miss " + losses);
      }
      notes.find(
          Finding.of(Reason.SERVICE_UNREACHABLE, notes.stage(), missing, evidence)
              .atMost(worst)
              .asConsequence());
    }
  }

  /** The names of those that clients cannot use. */
  static String missing(List<ServiceAnswer> answers) {
    return joined(answers, Service::name);
  }

  private static String joined(List<ServiceAnswer> answers, Function<Service, String> words) {
    return answers.stream()
        .filter(answer -> !answer.good())
        .map(ServiceAnswer::service)
        .map(words)
        .filter(word -> !word.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The questions of one passage, which share a deadline and what they learn of dead servers. */
  private final class Round {
    private final boolean verified;
    private final Deadline deadline;
    private final Set<Route> dead = new HashSet<>();

    Round(boolean verified, Deadline deadline) {
      this.verified = verified;
      this.deadline = deadline;
    }

    State ask(StageNotes notes, Service service, URI url) {
      if (deadline.left().compareTo(LEAST) < 0) {
        notes.step("GET " + url, "not asked, out of time", false, Duration.ZERO);
        return State.NOT_ASKED;
      }
      Route route = Route.of(url);
      if (dead.contains(route)) {
        return State.GONE;
      }
      if (!journey.mayFollow(notes, url, verified)) {
        dead.add(route);
        return State.GONE;
      }
      if (url.equals(service.url())) {
        journey.sightings().met(url, MetEndpoint.Role.SERVICE);
      }
      Exchange exchange = journey.exchange(journey.document(url), deadline);
      if (exchange.peer().isEmpty()) {
        dead.add(route);
      }
      return journey
          .note(notes, exchange)
          .map(answer -> judge(notes, service, answer))
          .orElse(State.GONE);
    }

    private State judge(StageNotes notes, Service service, Answer answer) {
      Response response = answer.response();
      boolean known = response.server().isPresent() || !journey.serversNamed();
      boolean good = service.healthy().contains(response.status()) && known;
      notes.step(
          "GET " + answer.url(), service.name() + ": " + Words.of(response), good, answer.took());
      if (good) {
        return State.GOOD;
      }
      notes.find(UnexpectedAnswer.ofService(response, answer.url(), notes.stage()));
      return FORGET.contains(response.status()) ? State.GONE : State.BAD;
    }
  }
}
