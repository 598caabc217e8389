package io.lyncwatch.discovery.revocation;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Has the JDK say what an authority's word is worth: whether it is genuine, holds at an instant,
 * and is about the certificate. The JDK would rather fetch such words itself, without bounds, over
 * the machine's own resolver. So it is asked in ways in which it does not:
 *
 * <ul>
 *   <li>an OCSP answer goes to a {@link PKIXRevocationChecker} that has one for the only
 *       certificate it looks at, and may not fall back to lists;
 *   <li>a list goes into a store of the validator's own checker. With an explicit one, the JDK
 *       would fetch from the distribution points whatever the store does not settle.
 * </ul>
 */
final class Proof {
  private Proof() {}

  /** What came of it. */
  sealed interface Outcome {
    /** It is genuine, and the certificate is not revoked. */
    record Good() implements Outcome {}

    /**
     * It is genuine, and the certificate is revoked.
     *
     * @param why in words, empty if it does not say
     */
    record Revoked(Instant since, String why) implements Outcome {}

    /** It proves nothing. */
    record Nothing(String detail) implements Outcome {}
  }

  static Outcome of(Issued issued, byte[] ocspAnswer, Instant now) {
    try {
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
      checker.setOptions(EnumSet.of(Option.NO_FALLBACK));
      checker.setOcspResponses(Map.of(issued.certificate(), ocspAnswer));
      PKIXParameters parameters = parameters(issued, now);
      parameters.addCertPathChecker(checker);
      return outcome(validator, issued, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM checks no OCSP answers", e);
    }
  }

  static Outcome of(Issued issued, X509CRL list, Instant now) {
    try {
      PKIXParameters parameters = parameters(issued, now);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
      return outcome(CertPathValidator.getInstance("PKIX"), issued, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM checks no revocation lists", e);
    }
  }

  /** A reason of RFC 5280 section 5.3.1 in words, empty for the one that says nothing. */
  static String words(CRLReason reason) {
    return reason == CRLReason.UNSPECIFIED
        ? ""
        : reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static PKIXParameters parameters(Issued issued, Instant now)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issued.issuer(), null)));
    parameters.setDate(Date.from(now));
    return parameters;
  }

  private static Outcome outcome(
      CertPathValidator validator, Issued issued, PKIXParameters parameters) {
    try {
      validator.validate(
          CertificateFactory.getInstance("X.509").generateCertPath(List.of(issued.certificate())),
          parameters);
      return new Outcome.Good();
    } catch (CertPathValidatorException e) {
      return e.getReason() == BasicReason.REVOKED
              && e.getCause() instanceof CertificateRevokedException revoked
          ? new Outcome.Revoked(
              revoked.getRevocationDate().toInstant(), words(revoked.getRevocationReason()))
          : new Outcome.Nothing(String.valueOf(e.getMessage()));
    } catch (GeneralSecurityException | RuntimeException e) {
      // the JDK's own code may trip over what is hostile enough; it then proves nothing
      return new Outcome.Nothing(String.valueOf(e.getMessage()));
    }
  }
}
