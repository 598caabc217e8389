package io.lyncwatch.agent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.log.LogSink;
import io.lyncwatch.agent.metrics.Exposition;
import io.lyncwatch.agent.page.Document;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.Sinks;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.agent.schedule.Schedule;
import io.lyncwatch.agent.web.Endpoints;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way of data through all rooms of the agent, from a firing to a scrape. */
@Timeout(60)
class FlowTest {
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final TargetId WALK =
      new TargetId(ProbeKind.SIGN_IN, View.EXTERNAL, "contoso.example", "probe1");
  private static final Endpoint POOL = new Endpoint("pool.contoso.example", 443);
  private static final TargetId CERTIFICATE =
      new TargetId(ProbeKind.CERTIFICATE, View.EXTERNAL, "", POOL.toString());

  private final LatestReports latest = new LatestReports();
  private final Inventory inventory = new Inventory(InstantSource.system());
  private final Exposition exposition = new Exposition("lan", "1.2.3", latest, inventory);
  private final Sinks sinks =
      new Sinks(List.of(latest, inventory, exposition.events(), new LogSink()));

  @Test
  void what_a_walk_learned_becomes_a_target_and_what_it_found_is_scraped() throws Exception {
    try (Rooms rooms = new Rooms()) {
      Endpoints endpoints =
          rooms.add(
              new Endpoints(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                  refreshing -> new Document("", ""),
                  exposition::scrape,
                  () -> true));
      Schedule schedule =
          rooms.add(
              new Schedule(
                  4, Duration.ofSeconds(15), sinks, exposition.events(), InstantSource.system()));
      inventory.listen((domain, view) -> watchEndpoints(schedule, view));
      schedule.start();

      schedule.add(reporting(walk()), SELDOM);
      schedule.runSoon(WALK);

      await().until(() -> latest.state(CERTIFICATE).flatMap(TargetState::latest).isPresent());
      assertThat(scrape(endpoints))
          .contains(
              "lyncwatch_probe_success{domain=\"contoso.example\",probe=\"sign_in\","
                  + "target=\"probe1\",vantage=\"lan\",view=\"external\"} 1.0",
              "lyncwatch_probe_success{domain=\"\",probe=\"certificate\","
                  + "target=\"pool.contoso.example:443\",vantage=\"lan\",view=\"external\"} 1.0",
              "lyncwatch_endpoint_info{domain=\"contoso.example\","
                  + "endpoint=\"pool.contoso.example:443\",role=\"service\"");
      assertThat(schedule.targets()).isEqualTo(Set.of(WALK, CERTIFICATE));
    }
  }

  private void watchEndpoints(Schedule schedule, View view) {
    inventory
        .endpoints(view)
        .forEach(known -> {
          TargetId target =
              new TargetId(ProbeKind.CERTIFICATE, view, "", known.endpoint().toString());
          schedule.add(reporting(TestingReports.success(target)), SELDOM);
          schedule.runSoon(target);
        });
  }

  private static Report walk() {
    return TestingReports.of(WALK)
        .naming(List.of(), List.of(new MetEndpoint(POOL, MetEndpoint.Role.SERVICE)))
        .report();
  }

  private static Probe reporting(Report report) {
    return new Probe() {
      @Override
      public TargetId target() {
        return report.target();
      }

      @Override
      public Report run() {
        return report;
      }
    };
  }

  private static String scrape(Endpoints endpoints) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + endpoints.address().getPort() + "/metrics");
      return client
          .send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
