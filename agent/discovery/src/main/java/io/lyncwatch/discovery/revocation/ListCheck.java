package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.revocation.Obstacle.Why;
import io.lyncwatch.discovery.tls.Der;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** What a revocation list is worth for certificates of one issuer. */
final class ListCheck {
  /** When a Windows authority makes the next list, which is some time before this one ends. */
  private static final String NEXT_PUBLICATION = "1.3.6.1.4.1.311.21.4";

  private ListCheck() {}

  /** Never throws for what the list holds. */
  static Listing of(Issued issued, byte[] content, String url, Instant now) {
    try {
      X509CRL list =
          (X509CRL)
              CertificateFactory.getInstance("X.509")
                  .generateCRL(new ByteArrayInputStream(content));
      return switch (Proof.of(issued, list, now)) {
        case Proof.Outcome.Good(), Proof.Outcome.Revoked _ ->
            new Listing.Valid(RevocationList.of(list, lifetime(list)));
        case Proof.Outcome.Nothing(String detail) ->
            new Listing.Useless(obstacle(issued, list, url, detail, now));
      };
    } catch (CRLException | CertificateException | RuntimeException damaged) {
      // the JDK's own code may trip over what is hostile enough; it is then no list
      return new Listing.Useless(new Obstacle(Why.MALFORMED, url, ""));
    }
  }

  private static Lifetime lifetime(X509CRL list) {
    Lifetime usual =
        Lifetime.of(list.getThisUpdate().toInstant(), list.getNextUpdate().toInstant());
    return nextPublication(list)
        .filter(next -> next.isBefore(usual.end()))
        .map(next -> next.plus(Duration.between(next, usual.end()).dividedBy(4)))
        .filter(due -> due.isAfter(usual.due()))
        .map(due -> new Lifetime(usual.begin(), usual.end(), due))
        .orElse(usual);
  }

  private static Optional<Instant> nextPublication(X509CRL list) {
    byte[] extension = list.getExtensionValue(NEXT_PUBLICATION);
    return extension == null
        ? Optional.empty()
        : Der.elements(ByteBuffer.wrap(extension)).stream()
            .flatMap(wrapping -> wrapping.parts().stream())
            .findFirst()
            .flatMap(Time::of);
  }

  private static Obstacle obstacle(
      Issued issued, X509CRL list, String url, String detail, Instant now) {
    Date end = list.getNextUpdate();
    if (end != null && end.toInstant().isBefore(now.minus(Lifetime.SKEW))) {
      return new Obstacle(Why.OUT_OF_DATE, url, "it ended at " + end.toInstant());
    }
    Instant begin = list.getThisUpdate().toInstant();
    if (begin.isAfter(now.plus(Lifetime.SKEW))) {
      return new Obstacle(Why.OUT_OF_DATE, url, "it begins at " + begin);
    }
    return signed(issued, list)
        ? new Obstacle(Why.NOT_COVERED, url, detail)
        : new Obstacle(Why.FOREIGN, url, "");
  }

  private static boolean signed(Issued issued, X509CRL list) {
    try {
      list.verify(issued.issuer().getPublicKey());
      return list.getIssuerX500Principal().equals(issued.issuer().getSubjectX500Principal());
    } catch (GeneralSecurityException notItsOwn) {
      return false;
    }
  }
}
