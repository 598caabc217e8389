package io.lyncwatch.agent.connectivity;

import io.lyncwatch.agent.connectivity.Reach.Echo;
import io.lyncwatch.agent.report.LatestReports;
import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.agent.report.SelfConnection;
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
  private final Ticker ticker;
  private final InstantSource clock;
  private volatile Consumer<View> back = view -> {};

  /**
   * @param sink is told when a connection is lost, or found for the first time or again
   */
  Connectivity(Reach reach, ReportSink sink, Ticker ticker, InstantSource clock) {
    this.reach = reach;
    this.sink = sink;
    this.ticker = ticker;
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
    return new Connectivity(knock, sink, Ticker.SYSTEM, clock);
  }

  /** Has somebody told of a view whose connection is back. */
  public void whenBack(Consumer<View> told) {
    back = told;
  }

  /** The same probe, whose runs are {@code unknown} and tell nothing while the agent is cut off. */
  public Probe watching(Probe probe) {
    return new ConnectedProbe(probe, this, _ -> List.of());
  }

  /** The same for who has no other place to read why: the finding on the agent is in the report. */
  public Probe telling(Probe probe) {
    return new ConnectedProbe(probe, this, List::of);
  }

  /** Now, for {@link #faultOfItsOwn}. */
  long now() {
    return ticker.nanos();
  }

  /**
   * The finding on the agent if a run failed for no other reason than that it is cut off.
   *
   * @param started when the run began, by {@link #now}
   */
  Optional<Finding> faultOfItsOwn(Report report, long started) {
    OfView ofView = Objects.requireNonNull(views.get(report.target().view()));
    if (Silence.met(report)) {
      return ofView.afterSilence(started);
    }
    if (report.outcome() == Outcome.SUCCESS || report.outcome() == Outcome.FAILURE) {
      ofView.answered(started);
    }
    return Optional.empty();
  }

  /**
   * One view. Who fails while somebody knocks waits for what he hears. Times are the ticker's, as
   * somebody may set the clock.
   */
  private final class OfView {
    private final View view;
    private @Nullable SelfConnection connection;
    private boolean heard;
    private long heardAt;
    private long lostAt;
    private long standsSince;
    private Optional<Finding> lastLoss = Optional.empty();

    OfView(View view) {
      this.view = view;
    }

    synchronized Optional<Finding> afterSilence(long started) {
      if (!heard || now() - heardAt >= FRESH.toNanos()) {
        hear(reach.in(view));
      }
      boolean stoodAllTheTime =
          connection != null && connection.stands() && started - standsSince >= 0;
      // A connection that came back meanwhile was not there when this run needed it.
      return stoodAllTheTime ? Optional.empty() : lastLoss;
    }

    /** A run that began before the connection was lost is no sign that it is back. */
    synchronized void answered(long started) {
      if (connection == null || (!connection.stands() && started - lostAt > 0)) {
        turn(Optional.empty());
      }
    }

    private void hear(Echo echo) {
      heard = true;
      heardAt = now();
      if (!echo.answered()) {
        lostAt = heardAt;
        lastLoss = Optional.of(loss(echo));
      }
      if (connection == null || connection.stands() != echo.answered()) {
        turn(echo.answered() ? Optional.empty() : lastLoss);
      }
    }

    private void turn(Optional<Finding> lost) {
      SelfConnection turned = new SelfConnection(view, clock.instant(), lost);
      boolean again = connection != null && turned.stands();
      connection = turned;
      standsSince = now();
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
