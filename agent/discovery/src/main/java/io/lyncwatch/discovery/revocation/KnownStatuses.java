package io.lyncwatch.discovery.revocation;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What is known of certificates and kept as long as it holds, so that many endpoints below one
 * authority ask it once. Used by many threads; bounded.
 */
public final class KnownStatuses {
  private static final int MOST_CERTIFICATES = 5_000;
  private static final int MOST_LISTED = 1_000_000;
  private static final int MOST_SILENT = 500;

  private final Kept<Verdict> verdicts = new Kept<>(MOST_CERTIFICATES, verdict -> 1);

  /** They weigh as much as is on them. */
  private final Kept<Listing> lists =
      new Kept<>(
          MOST_LISTED,
          listing ->
              switch (listing) {
                case Listing.Valid(RevocationList list) -> 100L + list.size();
                case Listing.Useless _ -> 100L;
              });

  private final Kept<Obstacle> silent = new Kept<>(MOST_SILENT, obstacle -> 1);
  private final ReentrantLock largeLists = new ReentrantLock(true);

  /** Nothing is known yet. */
  public KnownStatuses() {}

  /** By {@link Issued#key}. */
  Kept<Verdict> verdicts() {
    return verdicts;
  }

  /** By {@link Issued#listKey}. */
  Kept<Listing> lists() {
    return lists;
  }

  /** Responders that could not be asked, and why, by their URLs. */
  Kept<Obstacle> silent() {
    return silent;
  }

  /** Held by who reads a large list: while it is read it takes many times what is kept of it. */
  ReentrantLock largeLists() {
    return largeLists;
  }
}
