package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.tls.hello.Greeter;
import io.lyncwatch.discovery.tls.hello.Reception;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How servers receive clients, so that each address is asked once a day only, and when it presents
 * other certificates. What could not be found out is asked for again after an hour, and until then
 * what was known before holds. Used by many threads; of too many addresses the one that was not
 * looked at for longest is forgotten.
 */
public final class Receptions {
  private static final int MOST = 4096;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration KEPT_IF_NOTHING = Duration.ofHours(1);

  private final Greeter greeter;
  private final Map<Place, Known> byPlace = new LinkedHashMap<>(16, 0.75f, true);

  /** One address of an endpoint. */
  record Place(Endpoint endpoint, InetSocketAddress address) {}

  /**
   * What was found out.
   *
   * @param presented the fingerprints of the certificates that were presented then
   */
  record Known(List<String> presented, Optional<Reception> reception, Instant until) {}

  /**
   * @param random must be safe for many threads; nothing depends on its quality
   */
  public Receptions(RandomGenerator random) {
    greeter = new Greeter(random);
  }

  Greeter greeter() {
    return greeter;
  }

  /**
   * What is known at an instant of who presents these certificates; empty if it has to be asked.
   */
  synchronized Optional<Known> at(Place place, List<String> presented, Instant now) {
    return of(place, presented).filter(known -> now.isBefore(known.until()));
  }

  /**
   * Keeps what was found out at an instant, if anything was.
   *
   * @return what is known now
   */
  synchronized Known keep(
      Place place, List<String> presented, Optional<Reception> found, Instant now) {
    Duration kept = found.isPresent() ? KEPT : KEPT_IF_NOTHING;
    Optional<Reception> reception = found.or(() -> of(place, presented).flatMap(Known::reception));
    Known known = new Known(List.copyOf(presented), reception, now.plus(kept));
    byPlace.put(place, known);
    if (byPlace.size() > MOST) {
      byPlace.remove(byPlace.keySet().iterator().next());
    }
    return known;
  }

  private Optional<Known> of(Place place, List<String> presented) {
    return Optional.ofNullable(byPlace.get(place))
        .filter(known -> known.presented().equals(presented));
  }
}
