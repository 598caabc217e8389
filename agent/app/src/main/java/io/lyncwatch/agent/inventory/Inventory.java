package io.lyncwatch.agent.inventory;

import io.lyncwatch.agent.report.ReportSink;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.report.Learned;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.WebName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The names and endpoints that reports have shown to exist, per domain and view, beside the
 * endpoints that the configuration names.
 *
 * <p>An entry ends when no walk has named it for {@link #KEPT}; a walk that fails and so learns
 * less removes nothing. What servers name is hostile until proven otherwise, so one domain in one
 * view has room for {@link #ROOM} entries of a kind.
 */
public final class Inventory implements ReportSink {
  /** How long an entry outlives the last walk that named it. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** How many entries of one kind one domain can have in one view. */
  public static final int ROOM = 256;

  /** What is over is not shown anyway; to look for it with each report would be wasteful. */
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final List<ConfiguredEndpoint> configured;
  private final Map<Scope, Shelf<WebName>> names = new ConcurrentHashMap<>();
  private final Map<Scope, Shelf<MetEndpoint>> endpoints = new ConcurrentHashMap<>();
  private final List<InventoryListener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

  /** An empty inventory. */
  public Inventory(InstantSource clock) {
    this(clock, List.of());
  }

  /** One in which some endpoints are from the start and for ever. */
  public Inventory(InstantSource clock, List<ConfiguredEndpoint> configured) {
    this.clock = clock;
    this.configured = List.copyOf(configured);
  }

  /** Tells {@code listener} from now on. */
  public void listen(InventoryListener listener) {
    listeners.add(listener);
  }

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public void accept(Report report) {
    Instant now = clock.instant();
    Set<Scope> changed = new HashSet<>();
    if (isTimeToSweep(now)) {
      endOld(names, now, changed);
      endOld(endpoints, now, changed);
    }
    Scope scope = new Scope(report.target().domain(), report.target().view());
    Learned learned = report.learned();
    boolean newNames = add(names, scope, learned.webNames(), now);
    boolean newEndpoints = add(endpoints, scope, learned.endpoints(), now);
    if (newNames || newEndpoints) {
      changed.add(scope);
    }
    changed.forEach(c -> listeners.forEach(l -> l.changed(c.domain(), c.view())));
  }

  /** The web names that walks of this domain were told in this view, sorted. */
  public List<WebName> webNames(String domain, View view) {
    Shelf<WebName> shelf = names.get(new Scope(domain, view));
    return shelf == null
        ? List.of()
        : shelf.fresh(clock.instant()).stream()
            .sorted(Comparator.comparing(WebName::side).thenComparing(WebName::name))
            .toList();
  }

  /** The endpoints that exist in this view, sorted, each with those who need it. */
  public List<KnownEndpoint> endpoints(View view) {
    Instant now = clock.instant();
    Map<Endpoint, List<KnownEndpoint.Need>> needs =
        new TreeMap<>(Comparator.comparing(Endpoint::toString));
    configured.stream()
        .filter(named -> named.view() == view)
        .forEach(named -> need(needs, named.domain(), named.endpoint()));
    endpoints.forEach((scope, shelf) -> {
      if (scope.view() == view) {
        shelf.fresh(now).forEach(met -> need(needs, scope.domain(), met));
      }
    });
    return needs.entrySet().stream().map(e -> new KnownEndpoint(e.getKey(), e.getValue())).toList();
  }

  private boolean isTimeToSweep(Instant now) {
    Instant due = nextSweep.get();
    return !now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(BETWEEN_SWEEPS));
  }

  private static void need(
      Map<Endpoint, List<KnownEndpoint.Need>> needs, String domain, MetEndpoint met) {
    needs
        .computeIfAbsent(met.endpoint(), e -> new ArrayList<>())
        .add(new KnownEndpoint.Need(domain, met.role()));
  }

  private static <T> boolean add(
      Map<Scope, Shelf<T>> shelves, Scope scope, Collection<T> named, Instant now) {
    return !named.isEmpty()
        && shelves
            .computeIfAbsent(scope, s -> new Shelf<>(s.domain() + " in view " + s.view().label()))
            .add(named, now);
  }

  private static <T> void endOld(Map<Scope, Shelf<T>> shelves, Instant now, Set<Scope> changed) {
    shelves.forEach((scope, shelf) -> {
      if (shelf.endOld(now)) {
        changed.add(scope);
      }
    });
  }

  private record Scope(String domain, View view) {}
}
