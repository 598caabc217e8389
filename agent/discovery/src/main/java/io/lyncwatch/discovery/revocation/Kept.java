package io.lyncwatch.discovery.revocation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  private final Map<String, CompletableFuture<V>> asked = new HashMap<>();
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
   * What is known at an instant, or else what is found out.
   *
   * @param find must end in bounded time, as others wait for it
   * @param until how long a value that was found at an instant holds
   */
  V ask(String key, Instant now, Supplier<V> find, BiFunction<V, Instant, Instant> until) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> others;
    synchronized (this) {
      Optional<V> known = at(key, now);
      if (known.isPresent()) {
        return known.get();
      }
      others = asked.putIfAbsent(key, mine);
    }
    return others == null ? find(key, now, find, until, mine) : others.join();
  }

  private V find(
      String key,
      Instant now,
      Supplier<V> find,
      BiFunction<V, Instant, Instant> until,
      CompletableFuture<V> waiting) {
    try {
      V value = find.get();
      keep(key, value, until.apply(value, now));
      waiting.complete(value);
      return value;
    } finally {
      synchronized (this) {
        asked.remove(key);
      }
      waiting.completeExceptionally(new IllegalStateException("nothing was found out, see there"));
    }
  }

  private void forget(String key) {
    Held<V> gone = held.remove(key);
    if (gone != null) {
      total -= weight.applyAsLong(gone.value());
    }
  }
}
