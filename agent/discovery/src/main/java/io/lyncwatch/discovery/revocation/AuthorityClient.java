package io.lyncwatch.discovery.revocation;

import java.time.Duration;
import java.util.Optional;

/** Asks the web servers of authorities. */
public interface AuthorityClient {
  /** Whether a URL is one that may be asked: it comes out of a certificate. */
  boolean askable(String url);

  /** Asks once, in bounded time and memory; what servers and networks do is in the answer. */
  Answer ask(Question question);

  /**
   * A question.
   *
   * @param ocsp the OCSP request to send; without one, what is at the URL is fetched
   * @param most bytes that the answer may have
   * @param allowed the time for all of it
   */
  record Question(String url, Optional<byte[]> ocsp, int most, Duration allowed) {}

  /** What came of it. */
  sealed interface Answer {
    /** What the server gave. */
    final class Content implements Answer {
      private final byte[] bytes;

      /** Takes the bytes over. */
      public Content(byte[] bytes) {
        this.bytes = bytes;
      }

      /** As they came, not copied. */
      public byte[] bytes() {
        return bytes;
      }
    }

    /** Nothing. */
    record Nothing(Obstacle why) implements Answer {}
  }
}
