package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.report.Facts.ServiceResult;

/**
 * How one service answered.
 *
 * @param asked by its URL in the set that clients use first
 * @param elsewhere by its URL in the other set; {@link State#NOT_ASKED} if it has none, or needed
 *     none
 */
record ServiceAnswer(Service service, State asked, State elsewhere) {
  /** What one URL gave. */
  enum State {
    /** Not asked, and neither good nor bad. */
    NOT_ASKED,
    /** What a healthy server gives. */
    GOOD,
    /** Something else; phones keep the URL. */
    BAD,
    /** No answer, 403 or 502: for these phones forget the URL. */
    GONE
  }

  /** Whether a client can use it, by one set or the other. */
  boolean good() {
    return asked == State.GOOD || elsewhere == State.GOOD;
  }

  /** Whether a client can sign in as it is. */
  boolean bearable() {
    return good() || !service.needed();
  }

  /** Whether it can be used by the other set only. */
  boolean failedOver() {
    return elsewhere == State.GOOD;
  }

  /** Whether phones forget all that they know of it. */
  boolean gone() {
    return asked == State.GONE && (elsewhere == State.NOT_ASKED || elsewhere == State.GONE);
  }

  ServiceAnswer and(State other) {
    return new ServiceAnswer(service, asked, other);
  }

  ServiceResult result() {
    return new ServiceResult(service.name(), service.side(), good());
  }
}
