package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.ticket.Ticket;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets of one account in one view, one for each User resource that it was sent to, which is
 * one for each pool. They lie in memory only, and each belongs to the secret that it was given for:
 * a changed secret is tried by a sign-in. Safe for many threads.
 */
public final class TicketCache {
  /** More than there are pools on any way to a home. */
  private static final int MOST = 16;

  private final Map<URI, Kept> kept = new LinkedHashMap<>();

  /**
   * A ticket that was kept.
   *
   * @param until when it is no longer to be shown, by our clock
   */
  record Kept(Ticket ticket, Secret secret, Instant until) {}

  synchronized Optional<Kept> find(URI user, Secret secret, Instant now) {
    return Optional.ofNullable(kept.get(user))
        .filter(held -> held.secret().equals(secret) && now.isBefore(held.until()));
  }

  synchronized void keep(URI user, Kept ticket) {
    kept.remove(user);
    if (kept.size() == MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(user, ticket);
  }

  synchronized void forget(URI user) {
    kept.remove(user);
  }

  /** How many there are, and nothing of them. */
  @Override
  public synchronized String toString() {
    return kept.size() + " tickets";
  }
}
