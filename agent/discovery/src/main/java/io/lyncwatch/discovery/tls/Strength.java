package io.lyncwatch.discovery.tls;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is too weak, or too uncommon, about the keys and signatures of a chain for the clients of
 * today. The lists are those that CA/Browser Forum's Baseline Requirements allow (sections 6.1.5
 * and 7.1.3) seen from the other side.
 */
final class Strength {
  private static final int LEAST_RSA_BITS = 2048;

  /** Signature algorithms by the digest that nobody should rely on any more. */
  private static final Map<String, String> BROKEN_DIGESTS =
      Map.of(
          "1.2.840.113549.1.1.2", "MD2",
          "1.2.840.113549.1.1.4", "MD5",
          "1.2.840.113549.1.1.5", "SHA-1",
          "1.3.14.3.2.29", "SHA-1",
          "1.2.840.10040.4.3", "SHA-1",
          "1.2.840.10045.4.1", "SHA-1");

  /** Curves are told apart by their orders: their parameters have no name that can be relied on. */
  private static final Set<BigInteger> COMMON_CURVES =
      Stream.of("secp256r1", "secp384r1", "secp521r1")
          .map(Strength::order)
          .collect(Collectors.toUnmodifiableSet());

  private Strength() {}

  /**
   * What clients have against the keys and signatures of certificates.
   *
   * @return a phrase for people for each weakness, in the order of the certificates
   */
  static List<String> weaknesses(List<X509Certificate> certificates) {
    List<String> weaknesses = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      String subject = ServedCertificate.name(certificate.getSubjectX500Principal());
      key(certificate.getPublicKey())
          .map(flaw -> subject + " has " + flaw)
          .ifPresent(weaknesses::add);
      digest(certificate)
          .map(digest -> subject + " is signed with " + digest)
          .ifPresent(weaknesses::add);
    }
    return List.copyOf(weaknesses);
  }

  private static Optional<String> key(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() < LEAST_RSA_BITS ->
          Optional.of("an RSA key of " + rsa.getModulus().bitLength() + " bits");
      case RSAPublicKey rsa -> Optional.empty();
      case ECPublicKey ec when !COMMON_CURVES.contains(ec.getParams().getOrder()) ->
          Optional.of("a key on an uncommon curve");
      case ECPublicKey ec -> Optional.empty();
      default -> Optional.of("a key of an uncommon kind (" + key.getAlgorithm() + ")");
    };
  }

  /** Nobody relies on the signature that a certificate has from itself. */
  private static Optional<String> digest(X509Certificate certificate) {
    return ServedCertificate.selfIssued(certificate)
        ? Optional.empty()
        : Optional.ofNullable(BROKEN_DIGESTS.get(certificate.getSigAlgOID()));
  }

  private static BigInteger order(String curve) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      return parameters.getParameterSpec(ECParameterSpec.class).getOrder();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM does not know " + curve, e);
    }
  }
}
