package io.lyncwatch.discovery.revocation;

/** What is at the URL of a revocation list. */
sealed interface Listing {
  /** A list that the issuer of a certificate vouches for. */
  record Valid(RevocationList list) implements Listing {}

  /** Nothing to go by. */
  record Useless(Obstacle obstacle) implements Listing {}
}
