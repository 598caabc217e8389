package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Exchange;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.report.Facts.ServiceResult;
import io.lyncwatch.discovery.report.MetEndpoint;
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
 * Asks each service of the home pool its cheap question. A server that takes no connection is asked
 * once, not once for each of its services.
 */
final class ServicesStage {
  /** With less time than this a failure would tell of us and not of the server. */
  private static final Duration LEAST = Duration.ofSeconds(2);

  private final Journey journey;

  ServicesStage(Journey journey) {
    this.journey = journey;
  }

  List<ServiceResult> check(StageNotes notes, List<Service> services, boolean verified) {
    Deadline deadline = journey.stageDeadline();
    Set<Route> dead = new HashSet<>();
    List<ServiceResult> results = new ArrayList<>();
    List<Service> missing = new ArrayList<>();
    for (Service service : services) {
      if (deadline.left().compareTo(LEAST) < 0) {
        notes.step("GET " + service.url(), "not asked, out of time", false, Duration.ZERO);
        continue;
      }
      Route route = Route.of(service.url());
      StageNotes own = new StageNotes(notes.stage());
      boolean good = !dead.contains(route) && check(own, service, route, verified, deadline, dead);
      notes.take(own, service.ceiling());
      results.add(new ServiceResult(service.name(), service.side(), good));
      if (!good) {
        missing.add(service);
      }
    }
    unreachable(notes, missing);
    return results;
  }

  private boolean check(
      StageNotes notes,
      Service service,
      Route route,
      boolean verified,
      Deadline deadline,
      Set<Route> dead) {
    if (!journey.mayFollow(notes, service.url(), verified)) {
      dead.add(route);
      return false;
    }
    journey.sightings().met(service.url(), MetEndpoint.Role.SERVICE);
    Exchange exchange = journey.exchange(journey.document(service.url()), deadline);
    if (exchange.peer().isEmpty()) {
      dead.add(route);
    }
    return journey.note(notes, exchange).map(answer -> judge(notes, service, answer)).orElse(false);
  }

  private boolean judge(StageNotes notes, Service service, Answer answer) {
    Response response = answer.response();
    boolean known = response.server().isPresent() || !journey.serversNamed();
    boolean good = service.healthy().contains(response.status()) && known;
    notes.step(
        "GET " + answer.url(), service.name() + ": " + Words.of(response), good, answer.took());
    if (!good) {
      notes.find(UnexpectedAnswer.ofService(response, answer.url(), notes.stage()));
    }
    return good;
  }

  /**
   * One finding that says which services users miss, as bad as the worst that was found about them.
   */
  private static void unreachable(StageNotes notes, List<Service> missing) {
    Severity worst =
        notes.findings().stream()
            .map(Finding::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    if (!missing.isEmpty() && worst != Severity.INFO) {
      String services = joined(missing, Service::name);
      String losses = joined(missing, Service::loss);
      Map<String, String> evidence = new LinkedHashMap<>();
      evidence.put("services", services);
      if (!losses.isEmpty()) {
        evidence.put("losses", "; users miss " + losses);
      }
      notes.find(
          Finding.of(Reason.SERVICE_UNREACHABLE, notes.stage(), services, evidence)
              .atMost(worst)
              .asConsequence());
    }
  }

  private static String joined(List<Service> services, Function<Service, String> words) {
    return services.stream()
        .map(words)
        .filter(word -> !word.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
