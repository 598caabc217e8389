package io.lyncwatch.lab.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certification authority of its own: a root, one intermediate, and leaves of RFC 5280 below it.
 * All leaves share one RSA key, because making one is most of the lab's start-up time.
 */
public final class Authority {
  static final X500Name ROOT = new X500Name("CN=Lyncwatch Lab Root CA");
  static final X500Name INTERMEDIATE = new X500Name("CN=Lyncwatch Lab Issuing CA");
  private static final Duration CA_LIFE = Duration.ofDays(3650);

  private final AtomicLong serial = new AtomicLong(1);

  /** Made on another thread while the authorities come into being. */
  private final CompletableFuture<KeyPair> leafKey =
      CompletableFuture.supplyAsync(() -> generate("RSA"));

  private final TlsLevel level;
  private final AuthorityUrls urls;
  private final Predicate<CertificateOrder> revokes;
  private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();
  private final KeyPair rootKey;
  private final KeyPair intermediateKey;
  private final X509Certificate root;
  private final X509Certificate intermediate;

  /**
   * An authority that has existed for half of its life, and signs as its days do.
   *
   * @param urls where its certificates say that it is to be asked
   * @param revokes whether it revokes what it issues for an order
   */
  public Authority(
      Instant now, TlsLevel level, AuthorityUrls urls, Predicate<CertificateOrder> revokes) {
    this.level = level;
    this.urls = urls;
    this.revokes = revokes;
    rootKey = generate(level.authorityKey());
    intermediateKey = generate(level.authorityKey());
    root = authority(ROOT, rootKey.getPublic(), 1, now);
    intermediate = authority(INTERMEDIATE, intermediateKey.getPublic(), 0, now);
  }

  /** The trust anchor. */
  public X509Certificate root() {
    return root;
  }

  /** The trust anchor in PEM, RFC 7468. */
  public String rootPem() {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encode our own root", e);
    }
  }

  /** The intermediate, in DER. */
  public byte[] issuingDer() {
    try {
      return intermediate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encode our own intermediate", e);
    }
  }

  /** A leaf and, unless it is to stand alone, the intermediate above it, as they are served. */
  List<X509Certificate> issue(CertificateOrder order) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            INTERMEDIATE,
            nextSerial(),
            Date.from(order.notBefore()),
            Date.from(order.notAfter()),
            new X500Name("CN=" + order.names().getFirst()),
            leafKey.join().getPublic());
    try {
      describeServer(builder, order.names());
      X509Certificate leaf = sign(builder, intermediateKey.getPrivate());
      if (revokes.test(order)) {
        revoked.add(leaf.getSerialNumber());
      }
      return order.alone() ? List.of(leaf) : List.of(leaf, intermediate);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot issue a certificate for " + order.names(), e);
    }
  }

  private void describeServer(X509v3CertificateBuilder builder, List<String> names)
      throws IOException, GeneralSecurityException {
    GeneralName[] alternatives =
        names.stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new);
    int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(intermediateKey.getPublic()))
        .addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                new AccessDescription[] {
                  new AccessDescription(AccessDescription.id_ad_ocsp, url(urls.responder())),
                  new AccessDescription(AccessDescription.id_ad_caIssuers, url(urls.issuer()))
                }))
        .addExtension(Extension.cRLDistributionPoints, false, list(urls.issuingList()));
  }

  private static GeneralName url(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, url);
  }

  private static CRLDistPoint list(String url) {
    DistributionPointName place = new DistributionPointName(new GeneralNames(url(url)));
    return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(place, null, null)});
  }

  /** The serial numbers of the leaves that it has revoked. */
  Set<BigInteger> revoked() {
    return Set.copyOf(revoked);
  }

  /** Whether there is a certificate with a serial number. */
  boolean hasIssued(BigInteger number) {
    return number.signum() > 0 && number.compareTo(BigInteger.valueOf(serial.get())) < 0;
  }

  /** Signs for the root. */
  ContentSigner rootSigner() {
    return signer(rootKey.getPrivate());
  }

  /** Signs for the intermediate. */
  ContentSigner issuingSigner() {
    return signer(intermediateKey.getPrivate());
  }

  PrivateKey leafKey() {
    return leafKey.join().getPrivate();
  }

  private X509Certificate authority(X500Name name, PublicKey key, int below, Instant now) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            ROOT,
            nextSerial(),
            Date.from(now.minus(CA_LIFE)),
            Date.from(now.plus(CA_LIFE)),
            name,
            key);
    try {
      JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(below))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
          .addExtension(Extension.subjectKeyIdentifier, false, keys.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              keys.createAuthorityKeyIdentifier(rootKey.getPublic()));
      if (!name.equals(ROOT)) {
        builder.addExtension(Extension.cRLDistributionPoints, false, list(urls.rootList()));
      }
      return sign(builder, rootKey.getPrivate());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot make the authority " + name, e);
    }
  }

  private BigInteger nextSerial() {
    return BigInteger.valueOf(serial.getAndIncrement());
  }

  private X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
  }

  private ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder(level.signature()).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("this Java cannot sign as " + level, e);
    }
  }

  private static KeyPair generate(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make a key of type " + algorithm, e);
    }
  }
}
