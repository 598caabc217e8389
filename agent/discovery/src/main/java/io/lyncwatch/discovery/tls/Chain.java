package io.lyncwatch.discovery.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way from a leaf to a trusted root, by the names of issuers; whether it holds is for {@link
 * #flaw} to say.
 *
 * @param certificates from the leaf upwards, without the root; empty if the leaf itself is trusted
 */
record Chain(List<X509Certificate> certificates, X509Certificate root) {

  /** When the last of its certificates begins, the root's included. */
  Instant notBefore() {
    return latest(all());
  }

  /** When the first of its certificates ends, the root's included. */
  Instant notAfter() {
    return earliest(all());
  }

  boolean validAt(Instant instant) {
    return !instant.isBefore(notBefore()) && !instant.isAfter(notAfter());
  }

  /**
   * What PKIX (RFC 5280 section 6) has against this chain, time aside: it is asked about an instant
   * at which all certificates are valid, the one nearest to {@code now}. Revocation is not looked
   * at.
   *
   * @return words for people, empty if the chain holds
   */
  Optional<String> flaw(Instant now) {
    if (certificates.isEmpty()) {
      return Optional.empty();
    }
    Instant begin = latest(certificates.stream());
    Instant end = earliest(certificates.stream());
    if (end.isBefore(begin)) {
      return Optional.of("its certificates were never valid at the same time");
    }
    Instant at = now.isBefore(begin) ? begin : now.isAfter(end) ? end : now;
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(certificates), parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(inWords(e));
    } catch (GeneralSecurityException | RuntimeException e) {
      // a hostile certificate may trip the JDK's own code; it is then not one to trust
      return Optional.of("it cannot be checked: " + Legible.text(String.valueOf(e.getMessage())));
    }
  }

  private String inWords(CertPathValidatorException flaw) {
    int index = flaw.getIndex();
    String subject =
        index >= 0 && index < certificates.size()
            ? ServedCertificate.name(certificates.get(index).getSubjectX500Principal())
            : "one of its certificates";
    if (flaw.getReason() == BasicReason.INVALID_SIGNATURE) {
      return "the signature of " + subject + " was not made with its issuer's key";
    }
    if (flaw.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
      return subject + " is signed in a way, or with a key, that proves nothing any more";
    }
    if (flaw.getReason() == PKIXReason.NOT_CA_CERT) {
      return subject + " signed another certificate without being an authority";
    }
    return subject + ": " + Legible.text(String.valueOf(flaw.getMessage()));
  }

  /** From the leaf up to the root. */
  List<X509Certificate> withRoot() {
    return all().toList();
  }

  private Stream<X509Certificate> all() {
    return Stream.concat(certificates.stream(), Stream.of(root));
  }

  private static Instant latest(Stream<X509Certificate> certificates) {
    return certificates
        .map(certificate -> certificate.getNotBefore().toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant earliest(Stream<X509Certificate> certificates) {
    return certificates
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
