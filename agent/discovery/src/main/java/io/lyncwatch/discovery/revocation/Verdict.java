package io.lyncwatch.discovery.revocation;

import java.time.Instant;
import java.util.List;

/** What is known of one certificate. */
public sealed interface Verdict {
  /** Which of the three it is. */
  Status status();

  /**
   * Its authority stands by it.
   *
   * @param url where that was said; empty if the server itself sent it along
   */
  record Good(Source source, String url, Lifetime lifetime) implements Verdict {
    @Override
    public Status status() {
      return Status.GOOD;
    }
  }

  /**
   * Its authority has revoked it.
   *
   * @param why in words, empty if the authority does not say
   */
  record Revoked(Source source, String url, Instant since, String why, Lifetime lifetime)
      implements Verdict {
    @Override
    public Status status() {
      return Status.REVOKED;
    }
  }

  /** It cannot be told, for each source for a reason of its own. */
  record Unknown(List<Obstacle> obstacles) implements Verdict {
    /** Copies the list. */
    public Unknown {
      obstacles = List.copyOf(obstacles);
    }

    static Unknown because(Obstacle obstacle) {
      return new Unknown(List.of(obstacle));
    }

    @Override
    public Status status() {
      return Status.UNKNOWN;
    }
  }
}
