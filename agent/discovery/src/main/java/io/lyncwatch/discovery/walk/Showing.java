package io.lyncwatch.discovery.walk;

/** What came of showing a ticket to the User resource. */
sealed interface Showing {
  /** The document: the user's, or a redirect to another server. */
  record Opened(Arrival arrival) implements Showing {}

  /** A ticket of an earlier walk is not taken any more; a new one may be. */
  record Outdated() implements Showing {}

  /** Nothing that leads on. */
  record Stopped() implements Showing {}
}
