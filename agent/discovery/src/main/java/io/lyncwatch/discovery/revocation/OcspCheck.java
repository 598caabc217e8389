package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.revocation.Obstacle.Why;
import java.time.Instant;
import java.util.Optional;

/** What an OCSP answer means for a certificate. */
final class OcspCheck {
  private OcspCheck() {}

  /**
   * Never throws for what the answer holds.
   *
   * @param url where it came from, empty if it was stapled
   */
  static Verdict of(Issued issued, byte[] answer, Source source, String url, Instant now) {
    OcspAnswer read = OcspAnswer.read(answer, issued.certificate().getSerialNumber());
    Lifetime lifetime =
        read.entry()
            .map(entry -> Lifetime.of(entry.begin(), entry.end()))
            .orElseGet(() -> Lifetime.of(now, now));
    return switch (Proof.of(issued, answer, now)) {
      case Proof.Outcome.Good() -> new Verdict.Good(source, url, lifetime);
      case Proof.Outcome.Revoked(Instant since, String why) ->
          new Verdict.Revoked(source, url, since, why, lifetime);
      case Proof.Outcome.Nothing(String detail) ->
          Verdict.Unknown.because(obstacle(read, url, detail, now));
    };
  }

  private static Obstacle obstacle(OcspAnswer read, String url, String detail, Instant now) {
    if (!read.refusal().isEmpty()) {
      return new Obstacle(Why.NO_ANSWER, url, read.refusal());
    }
    if (read.status().isEmpty()) {
      return new Obstacle(Why.MALFORMED, url, "");
    }
    Optional<OcspAnswer.Entry> entry = read.entry();
    if (entry.isEmpty() || entry.get().unknown()) {
      return new Obstacle(Why.NOT_COVERED, url, "");
    }
    if (entry.get().end().isBefore(now.minus(Lifetime.SKEW))) {
      return new Obstacle(Why.OUT_OF_DATE, url, "it held until " + entry.get().end());
    }
    if (entry.get().begin().isAfter(now.plus(Lifetime.SKEW))) {
      return new Obstacle(Why.OUT_OF_DATE, url, "it holds from " + entry.get().begin());
    }
    return new Obstacle(Why.FOREIGN, url, detail);
  }
}
