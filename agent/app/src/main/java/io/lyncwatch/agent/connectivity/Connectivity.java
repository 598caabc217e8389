package io.lyncwatch.agent.connectivity;

import io.lyncwatch.agent.connectivity.Reach.Echo;
import io.lyncwatch.agent.report.Connection;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsClient;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells faults of the agent's own network from faults of what it watches. A run that nobody
 * answered makes it knock at everybody else in that view; if they are all silent, too, the run is
 * {@code unknown} and there is one finding, on the agent. The first run that is answered ends it.
 */
public final class Connectivity {
  /** What was heard so recently holds for other runs that fail at the same time. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Map<View, OfView> views = new EnumMap<>(View.class);
  private final Reach reach;
  private final ReportSink sink;
  private final InstantSource clock;
  private volatile Consumer<View> back = view -> {};

  /**
   * @param sink is told when a connection is lost, or found for the first time or again
   */
  Connectivity(Reach reach, ReportSink sink, InstantSource clock) {
    this.reach = reach;
    this.sink = sink;
    this.clock = clock;
    for (View view : View.values()) {
      views.put(view, new OfView(view));
    }
  }

  /**
   * Of an agent.
   *
   * @param resolvers of all views
   * @param name a host name that they are asked for in any case
   * @param latest what has answered before
   * @param sink is told when a connection is lost, or found for the first time or again
   */
  public static Connectivity of(
      List<Resolver> resolvers,
      String name,
      DnsClient client,
      LatestReports latest,
      ReportSink sink,
      InstantSource clock) {
    Knock knock = new Knock(resolvers, name, client, new KnownServers(latest)::in, Ticker.SYSTEM);
    return new Connectivity(knock, sink, clock);
  }

  /** Has somebody told of a view whose connection is back. */
  public void whenBack(Consumer<View> told) {
    back = told;
  }

  /** The same probe, whose runs are {@code unknown} while the agent is cut off. */
  public Probe guarding(Probe probe) {
    return new ConnectedProbe(probe, this);
  }

  /** The finding on the agent if a run failed for no other reason than that it is cut off. */
  public Optional<Finding> faultOfItsOwn(Report report) {
    OfView ofView = Objects.requireNonNull(views.get(report.target().view()));
    if (Silence.met(report)) {
      return ofView.afterSilence(report.startedAt());
    }
    if (report.outcome() == Outcome.SUCCESS || report.outcome() == Outcome.FAILURE) {
      ofView.answered(report.startedAt());
    }
    return Optional.empty();
  }

  /** One view. Who fails while somebody knocks waits for what he hears. */
  private final class OfView {
    private final View view;
    private @Nullable Connection connection;
    private Instant heardAt = Instant.MIN;
    private Instant lostAt = Instant.MIN;
    private Optional<Finding> lastLoss = Optional.empty();

    OfView(View view) {
      this.view = view;
    }

    synchronized Optional<Finding> afterSilence(Instant runStarted) {
      if (!clock.instant().isBefore(heardAt.plus(FRESH))) {
        hear(reach.in(view));
      }
      // A connection that is back now was not there when this run needed it.
      return lostAt.isBefore(runStarted) ? lost() : lastLoss;
    }

    /** A run that began before the connection was lost is no sign that it is back. */
    synchronized void answered(Instant runStarted) {
      if (connection == null || (!connection.stands() && runStarted.isAfter(lostAt))) {
        turn(Optional.empty());
      }
    }

    private void hear(Echo echo) {
      heardAt = clock.instant();
      if (!echo.answered()) {
        lostAt = heardAt;
        lastLoss = Optional.of(loss(echo));
      }
      if (connection == null || connection.stands() != echo.answered()) {
        turn(echo.answered() ? Optional.empty() : lastLoss);
      }
    }

    private Optional<Finding> lost() {
      return connection == null ? Optional.empty() : connection.lost();
    }

    private void turn(Optional<Finding> lost) {
      Connection turned = new Connection(view, clock.instant(), lost);
      boolean again = connection != null && turned.stands();
      connection = turned;
      sink.connection(turned);
      if (again) {
        back.accept(view);
      }
    }

    private Finding loss(Echo echo) {
      Map<String, String> evidence = new LinkedHashMap<>();
      evidence.put("view", view.label());
      evidence.put("resolvers", String.join(", ", echo.resolvers()));
      if (echo.servers() > 0) {
        evidence.put(
            "servers", ", nor any of " + echo.servers() + " addresses that have answered before");
      }
      return Finding.of(Reason.SELF_DISCONNECTED, Stage.RESOLVE, "this agent", evidence);
    }
  }
}
