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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    for (Service service : services) {
      if (deadline.left().compareTo(LEAST) < 0) {
        notes.step("GET " + service.url(), "not asked, out of time", false, Duration.ZERO);
        continue;
      }
      Route route = Route.of(service.url());
      boolean good =
          !dead.contains(route) && check(notes, service, route, verified, deadline, dead);
      results.add(new ServiceResult(service.name(), service.side(), good));
    }
    unreachable(notes, results);
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
      notes.find(UnexpectedAnswer.of(response, answer.url(), notes.stage()));
    }
    return good;
  }

  /** One finding that says which services users miss, following from what was found about each. */
  private static void unreachable(StageNotes notes, List<ServiceResult> results) {
    List<String> missing =
        results.stream()
            .filter(result -> !result.success())
            .map(result -> result.service())
            .toList();
    boolean broken =
        notes.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    if (!missing.isEmpty() && broken) {
      String services = String.join(", ", missing);
      notes.find(
          Finding.of(
                  Reason.SERVICE_UNREACHABLE, notes.stage(), services, Map.of("services", services))
              .asConsequence());
    }
  }
}
