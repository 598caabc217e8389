package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Phase;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.report.Facts.SchemeResult;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sums up how a scheme answered over several addresses: good only if all are, as slow as the
 * slowest.
 */
final class SchemeTally {
  private final Duration resolving;
  private final Map<String, SchemeResult> byScheme = new LinkedHashMap<>();

  /**
   * @param resolving how long the look-up took on which the walks of all addresses rest
   */
  SchemeTally(Duration resolving) {
    this.resolving = resolving;
  }

  /** The name that should be there has no address, so no scheme leads anywhere. */
  void addUnresolved(List<String> schemes) {
    for (String scheme : schemes) {
      byScheme.put(
          scheme,
          new SchemeResult(
              scheme, false, false, OptionalInt.empty(), Map.of(Phase.DNS, resolving)));
    }
  }

  void add(EntrySide side) {
    Optional<Response> response = side.exchange().response();
    SchemeResult result =
        new SchemeResult(
            side.scheme(),
            side.good(),
            side.good(),
            response.map(r -> OptionalInt.of(r.status())).orElse(OptionalInt.empty()),
            withLookup(side.exchange().phases()));
    byScheme.merge(side.scheme(), result, SchemeTally::merge);
  }

  /** Exchanges with one of several addresses look nothing up themselves. */
  private Map<Phase, Duration> withLookup(Map<Phase, Duration> phases) {
    Map<Phase, Duration> all = new EnumMap<>(Phase.class);
    all.putAll(phases);
    all.put(Phase.DNS, resolving);
    return all;
  }

  List<SchemeResult> results() {
    return List.copyOf(byScheme.values());
  }

  private static SchemeResult merge(SchemeResult first, SchemeResult second) {
    Map<Phase, Duration> slowest = new EnumMap<>(Phase.class);
    slowest.putAll(first.phases());
    second
        .phases()
        .forEach(
            (phase, took) -> slowest.merge(phase, took, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    return new SchemeResult(
        first.scheme(),
        first.success() && second.success(),
        first.usable() || second.usable(),
        second.statusCode().isPresent() ? second.statusCode() : first.statusCode(),
        slowest);
  }
}
