package io.lyncwatch.lab.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
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
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A certification authority of its own: a root, one intermediate, and leaves of RFC 5280 below. */
public final class Authority {
  private static final Duration CA_LIFE = Duration.ofDays(3650);

  private final AtomicLong serial = new AtomicLong(1);

  private final TlsLevel level;
  private final LeafKeys leafKeys;
  private final X500Name rootName;
  private final X500Name intermediateName;
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
   * @param name the first words of its names
   * @param urls where its certificates say that it is to be asked
   * @param revokes whether it revokes what it issues for an order
   */
  public Authority(
      String name,
      Instant now,
      TlsLevel level,
      AuthorityUrls urls,
      Predicate<CertificateOrder> revokes) {
    this(name, now, level, urls, revokes, new LeafKeys());
  }

  private Authority(
      String name,
      Instant now,
      TlsLevel level,
      AuthorityUrls urls,
      Predicate<CertificateOrder> revokes,
      LeafKeys leafKeys) {
    this.leafKeys = leafKeys;
    this.level = level;
    this.urls = urls;
    this.revokes = revokes;
    rootName = new X500Name("CN=" + name + " Root CA");
    intermediateName = new X500Name("CN=" + name + " Issuing CA");
    rootKey = LeafKeys.generate(level.authorityKey());
    intermediateKey = LeafKeys.generate(level.authorityKey());
    root = authority(rootName, rootKey.getPublic(), 1, now);
    intermediate = authority(intermediateName, intermediateKey.getPublic(), 0, now);
  }

  /** Another one, of which nobody knows, that certifies the same keys. */
  Authority stranger(Instant now) {
    return new Authority("Lyncwatch Lab Stranger", now, level, urls, order -> false, leafKeys);
  }

  /** The trust anchor. */
  public X509Certificate root() {
    return root;
  }

  /** The trust anchor in PEM, RFC 7468. */
  public String rootPem() {
    try {
      return UserCertificate.pem("CERTIFICATE", root.getEncoded());
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

  /** A leaf with what it is served with, and its key. */
  Identity issue(CertificateOrder order) {
    KeyPair keys = leafKeys.of(order.strength());
    X500Name subject = new X500Name("CN=" + order.names().getFirst());
    boolean own = order.maker() == CertificateOrder.Maker.ITSELF;
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            own ? subject : intermediateName,
            nextSerial(),
            Date.from(order.notBefore()),
            Date.from(order.notAfter()),
            subject,
            keys.getPublic());
    try {
      describe(builder, order, own ? keys.getPublic() : intermediateKey.getPublic());
      X509Certificate leaf =
          own
              ? sign(builder, keys.getPrivate(), ownSignature(keys.getPrivate()))
              : sign(builder, intermediateKey.getPrivate(), signature(order.strength()));
      if (revokes.test(order)) {
        revoked.add(leaf.getSerialNumber());
      }
      return new Identity(keys.getPrivate(), served(leaf, order));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot issue a certificate for " + order.names(), e);
    }
  }

  /** A certificate for a user, and its key. */
  public UserCertificate issueFor(String address, Instant from, Instant to) {
    KeyPair keys = LeafKeys.generate("EC");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            intermediateName,
            nextSerial(),
            Date.from(from),
            Date.from(to),
            new X500Name("CN=" + address),
            keys.getPublic());
    try {
      GeneralName name = new GeneralName(GeneralName.rfc822Name, address);
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
          .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
      X509Certificate leaf = sign(builder, intermediateKey.getPrivate(), level.signature());
      return new UserCertificate(keys.getPrivate(), List.of(leaf, intermediate));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot issue a certificate for " + address, e);
    }
  }

  private List<X509Certificate> served(X509Certificate leaf, CertificateOrder order) {
    if (order.maker() == CertificateOrder.Maker.ITSELF) {
      return List.of(leaf);
    }
    return switch (order.company()) {
      case INTERMEDIATE -> List.of(leaf, intermediate);
      case NOBODY -> List.of(leaf);
      case DISORDERED -> List.of(leaf, root, intermediate);
    };
  }

  private static String ownSignature(PrivateKey key) {
    return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519";
  }

  private String signature(CertificateOrder.Strength strength) {
    return strength == CertificateOrder.Strength.SHA_1
        ? level.signature().replace("SHA256", "SHA1")
        : level.signature();
  }

  private void describe(X509v3CertificateBuilder builder, CertificateOrder order, PublicKey issuer)
      throws IOException, GeneralSecurityException {
    GeneralName[] alternatives =
        order.names().stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new);
    int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
        .addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(
                order.forClients() ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth))
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer))
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

  /** Whether it revokes what it issues for an order. */
  boolean revokes(CertificateOrder order) {
    return revokes.test(order);
  }

  /** The serial numbers of the leaves that it has revoked. */
  Set<BigInteger> revoked() {
    return Set.copyOf(revoked);
  }

  /** Whether there is a certificate with a serial number. */
  boolean hasIssued(BigInteger number) {
    return number.signum() > 0 && number.compareTo(BigInteger.valueOf(serial.get())) < 0;
  }

  /** Whether it is the one that an OCSP request names as the issuer of a leaf. */
  boolean issues(CertificateID id) throws OCSPException {
    try {
      return id.matchesIssuer(
          new JcaX509CertificateHolder(intermediate),
          new JcaDigestCalculatorProviderBuilder().build());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("cannot digest our own intermediate", e);
    }
  }

  X500Name rootName() {
    return rootName;
  }

  X500Name intermediateName() {
    return intermediateName;
  }

  /** Signs for the root. */
  ContentSigner rootSigner() {
    return signer(rootKey.getPrivate(), level.signature());
  }

  /** Signs for the intermediate. */
  ContentSigner issuingSigner() {
    return signer(intermediateKey.getPrivate(), level.signature());
  }

  private X509Certificate authority(X500Name name, PublicKey key, int below, Instant now) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            rootName,
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
      if (!name.equals(rootName)) {
        builder.addExtension(Extension.cRLDistributionPoints, false, list(urls.rootList()));
      }
      return sign(builder, rootKey.getPrivate(), level.signature());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot make the authority " + name, e);
    }
  }

  private BigInteger nextSerial() {
    return BigInteger.valueOf(serial.getAndIncrement());
  }

  private static X509Certificate sign(
      X509v3CertificateBuilder builder, PrivateKey key, String signature)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key, signature)));
  }

  private static ContentSigner signer(PrivateKey key, String signature) {
    try {
      return new JcaContentSignerBuilder(signature).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("this Java cannot sign by " + signature, e);
    }
  }
}
