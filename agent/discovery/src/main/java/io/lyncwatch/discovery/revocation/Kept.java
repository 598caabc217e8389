package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.Deadline;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Values that hold for a while, each asked for by one thread while others wait for its answer. Of
 * too many, those that were not asked for longest are forgotten.
 */
final class Kept<V> {
  private final long most;
  private final ToLongFunction<V> weight;
  private final Map<String, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, CompletableFuture<Optional<V>>> asked = new HashMap<>();
  private long total;

  private record Held<V>(V value, Instant until) {}

  /**
   * @param most that all values may weigh together; a single one that weighs more is kept alone
   */
  Kept(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /** What is known at an instant. */
  synchronized Optional<V> at(String key, Instant now) {
    return Optional.ofNullable(held.get(key))
        .filter(known -> now.isBefore(known.until()))
        .map(Held::value);
  }

  /** Keeps a value. */
  synchronized void keep(String key, V value, Instant until) {
    forget(key);
    held.put(key, new Held<>(value, until));
    total += weight.applyAsLong(value);
    while (total > most && held.size() > 1) {
      forget(held.keySet().iterator().next());
    }
  }

  /**
   * What is known at an instant, or else what is found out. Who waits for another that found out
   * nothing tries itself; so does who has no time to wait any more, and should find that out.
   *
   * @param find must end soon after the deadline, as others wait for it
   * @param until how long a value that was found at an instant holds; one that does not hold even
   *     then is for who found it only
   */
  V ask(
      String key,
      Instant now,
      Deadline deadline,
      Supplier<V> find,
      BiFunction<V, Instant, Instant> until) {
    do {
      CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
      CompletableFuture<Optional<V>> others;
      synchronized (this) {
        Optional<V> known = at(key, now);
        if (known.isPresent()) {
          return known.get();
        }
        others = asked.putIfAbsent(key, mine);
      }
      if (others == null) {
        return find(key, now, find, until, mine);
      }
      Optional<V> told =
          others
              .copy()
              .completeOnTimeout(Optional.empty(), deadline.left().toNanos(), TimeUnit.NANOSECONDS)
              .join();
      if (told.isPresent()) {
        return told.get();
      }
    } while (!deadline.passed());
    return find.get();
  }

  private V find(
      String key,
      Instant now,
      Supplier<V> find,
      BiFunction<V, Instant, Instant> until,
      CompletableFuture<Optional<V>> waiting) {
    Optional<V> shared = Optional.empty();
    try {
      V value = find.get();
      Instant end = until.apply(value, now);
      if (now.isBefore(end)) {
        keep(key, value, end);
        shared = Optional.of(value);
      }
      return value;
    } finally {
      synchronized (this) {
        asked.remove(key);
      }
      waiting.complete(shared);
    }
  }

  private void forget(String key) {
    Held<V> gone = held.remove(key);
    if (gone != null) {
      total -= weight.applyAsLong(gone.value());
    }
  }
}
