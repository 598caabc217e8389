package io.lyncwatch.agent.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entries of one kind of one domain in one view, with the instants when last named. */
final class Shelf<T> {
  private static final Logger log = LoggerFactory.getLogger(Shelf.class);

  private final String label;
  private final Map<T, Instant> lastNamed = new HashMap<>();
  private boolean saidFull;

  Shelf(String label) {
    this.label = label;
  }

  /** Notes that these were named; says whether any of them is new. */
  synchronized boolean add(Collection<T> named, Instant now) {
    int before = lastNamed.size();
    named.stream()
        .filter(entry -> lastNamed.containsKey(entry) || hasRoom())
        .forEach(entry -> lastNamed.put(entry, now));
    return lastNamed.size() > before;
  }

  /** Drops what has not been named for long enough; says whether there was any. */
  synchronized boolean endOld(Instant now) {
    return lastNamed.values().removeIf(named -> isOld(named, now));
  }

  synchronized List<T> fresh(Instant now) {
    return lastNamed.entrySet().stream()
        .filter(e -> !isOld(e.getValue(), now))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean hasRoom() {
    if (lastNamed.size() < Inventory.ROOM) {
      return true;
    }
    if (!saidFull) {
      saidFull = true;
      log.warn(
          "{} names more than {} things; what is beyond is not watched", label, Inventory.ROOM);
    }
    return false;
  }

  private static boolean isOld(Instant named, Instant now) {
    return !named.plus(Inventory.KEPT).isAfter(now);
  }
}
