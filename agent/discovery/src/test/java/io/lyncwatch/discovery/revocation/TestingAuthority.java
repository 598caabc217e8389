package io.lyncwatch.discovery.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority that says of its certificates whatever a test wants. */
public final class TestingAuthority {
  /** Around which all certificates are valid. */
  public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  static final CertificateStatus REVOKED =
      new RevokedStatus(Date.from(NOW.minus(Duration.ofDays(3))), CRLReason.keyCompromise);

  private static final AtomicLong SERIALS = new AtomicLong(1000);

  private final KeyPair keys = keys();
  private final X509Certificate certificate;

  /** Signed by itself. */
  public TestingAuthority(String name) {
    certificate = certificate(name, name, keys, keys, NOW.plus(Duration.ofDays(900)), true);
  }

  private TestingAuthority(String name, TestingAuthority above, List<String> lists) {
    certificate =
        above.certificate(
            name,
            above.name(),
            keys,
            above.keys,
            NOW.plus(Duration.ofDays(800)),
            true,
            List.of(),
            lists);
  }

  /** One below it, which names these lists. */
  public TestingAuthority below(String name, String... lists) {
    return new TestingAuthority(name, this, List.of(lists));
  }

  /** Its own certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** A leaf that names these places. */
  public X509Certificate leaf(List<String> responders, List<String> lists) {
    return leaf(responders, lists, Duration.ofDays(90));
  }

  X509Certificate leaf(List<String> responders, List<String> lists, Duration left) {
    return certificate(
        "CN=web.example", name(), keys(), keys, NOW.plus(left), false, responders, lists);
  }

  /** A leaf that names nothing. */
  X509Certificate leaf() {
    return leaf(List.of(), List.of());
  }

  /** Its answer, made an hour ago and good for a day. */
  byte[] answer(X509Certificate about, CertificateStatus status) {
    return answer(about, status, NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(1)));
  }

  byte[] answer(X509Certificate about, CertificateStatus status, Instant from, Instant to) {
    return answer(about(about), status, from, to, keys, new RespID(new X500Name(name())));
  }

  /** An answer in its name, signed by one that it issued, for that purpose or for none. */
  byte[] delegatedAnswer(X509Certificate about, CertificateStatus status, boolean purpose) {
    KeyPair responder = keys();
    X509Certificate signer =
        certificate("CN=Responder", name(), responder, keys, NOW.plus(Duration.ofDays(9)), purpose);
    return answer(
        about(about),
        status,
        NOW,
        NOW.plus(Duration.ofDays(1)),
        responder,
        new RespID(new X500Name("CN=Responder")),
        signer);
  }

  /** Its answer about its own certificate, but signed with a key of somebody else. */
  byte[] forgedAnswer(X509Certificate about, CertificateStatus status) {
    return answer(
        about(about),
        status,
        NOW,
        NOW.plus(Duration.ofDays(1)),
        keys(),
        new RespID(new X500Name(name())));
  }

  /** Its list, with these on it, made an hour ago. */
  byte[] list(Duration left, X509Certificate... revoked) {
    return list(NOW.minus(Duration.ofHours(1)), NOW.plus(left), Optional.empty(), revoked);
  }

  byte[] list(
      Instant from, Instant to, Optional<Instant> nextPublication, X509Certificate... revoked) {
    return list(
        from, to, nextPublication, Arrays.stream(revoked).map(X509Certificate::getSerialNumber));
  }

  byte[] list(
      Instant from, Instant to, Optional<Instant> nextPublication, Stream<BigInteger> revoked) {
    try {
      X509v2CRLBuilder list =
          new X509v2CRLBuilder(new X500Name(name()), Date.from(from)).setNextUpdate(Date.from(to));
      Date then = Date.from(NOW.minus(Duration.ofDays(3)));
      revoked.forEach(serial -> list.addCRLEntry(serial, then, CRLReason.superseded));
      if (nextPublication.isPresent()) {
        list.addExtension(
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.4"),
            false,
            new ASN1GeneralizedTime(Date.from(nextPublication.get())));
      }
      return list.build(signer(keys)).getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  CertificateID about(X509Certificate about) {
    try {
      return new CertificateID(
          new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
          new JcaX509CertificateHolder(certificate),
          about.getSerialNumber());
    } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] answer(
      CertificateID id,
      CertificateStatus status,
      Instant from,
      Instant to,
      KeyPair signer,
      RespID name,
      X509Certificate... along) {
    try {
      BasicOCSPRespBuilder answers =
          new BasicOCSPRespBuilder(name)
              .addResponse(id, status, Date.from(from), Date.from(to), null);
      X509CertificateHolder[] certificates = new X509CertificateHolder[along.length];
      for (int i = 0; i < along.length; i++) {
        certificates[i] = new JcaX509CertificateHolder(along[i]);
      }
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              answers.build(signer(signer), certificates, Date.from(from)))
          .getEncoded();
    } catch (OCSPException | IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String name() {
    return certificate.getSubjectX500Principal().getName();
  }

  private X509Certificate certificate(
      String subject, String issuer, KeyPair own, KeyPair signer, Instant end, boolean special) {
    return certificate(subject, issuer, own, signer, end, special, List.of(), List.of());
  }

  /**
   * @param special an authority, or, by the name, a responder
   */
  private X509Certificate certificate(
      String subject,
      String issuer,
      KeyPair own,
      KeyPair signer,
      Instant end,
      boolean special,
      List<String> responders,
      List<String> lists) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.valueOf(SERIALS.incrementAndGet()),
            Date.from(NOW.minus(Duration.ofDays(100))),
            Date.from(end),
            new X500Name(subject),
            own.getPublic());
    try {
      if (special && subject.equals("CN=Responder")) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
      } else if (special) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      }
      if (!responders.isEmpty()) {
        builder.addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                responders.stream()
                    .map(url -> new AccessDescription(AccessDescription.id_ad_ocsp, url(url)))
                    .toArray(AccessDescription[]::new)));
      }
      if (!lists.isEmpty()) {
        builder.addExtension(
            Extension.cRLDistributionPoints,
            false,
            new CRLDistPoint(
                lists.stream()
                    .map(url ->
                        new DistributionPoint(
                            new DistributionPointName(new GeneralNames(url(url))), null, null))
                    .toArray(DistributionPoint[]::new)));
      }
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(signer)));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static GeneralName url(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, url);
  }

  private static ContentSigner signer(KeyPair keys) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
