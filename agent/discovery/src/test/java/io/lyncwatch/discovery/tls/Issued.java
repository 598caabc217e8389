package io.lyncwatch.discovery.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate made for a test, and its key. */
public record Issued(X509Certificate certificate, KeyPair keys) {
  public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
  public static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  private static final AtomicLong SERIALS = new AtomicLong(1000);

  /** Begins a certificate that is valid at {@link #NOW} and signed by itself. */
  public static Request named(String subject) {
    return new Request(subject);
  }

  /** An authority that is signed by itself. */
  public static Issued root(String subject) {
    return named(subject).authority().issue();
  }

  PrivateKey key() {
    return keys.getPrivate();
  }

  /** What goes into a certificate. */
  public static final class Request {
    private final String subject;
    private final List<GeneralName> names = new ArrayList<>();
    private final List<AccessDescription> access = new ArrayList<>();
    private @Nullable Issued issuer;
    private Instant notBefore = BEGIN;
    private Instant notAfter = END;
    private final List<KeyPurposeId> purposes = new ArrayList<>();
    private final List<Extension> odd = new ArrayList<>();
    private @Nullable BigInteger serial;
    private int usage;
    private boolean authority;
    private byte @Nullable [] rawNames;
    private KeyPair keys = keyPair("EC", 256);
    private String signature = "SHA256with";

    private Request(String subject) {
      this.subject = subject;
    }

    /** Has it signed by an authority. */
    public Request by(Issued authority) {
      issuer = authority;
      return this;
    }

    /** Between these days. */
    public Request valid(String from, String to) {
      notBefore = Instant.parse(from + "T00:00:00Z");
      notAfter = Instant.parse(to + "T00:00:00Z");
      return this;
    }

    /** Adds names. */
    public Request dns(String... hosts) {
      for (String host : hosts) {
        names.add(new GeneralName(GeneralName.dNSName, host));
      }
      return this;
    }

    Request ip(String address) {
      names.add(new GeneralName(GeneralName.iPAddress, address));
      return this;
    }

    Request mail(String address) {
      names.add(new GeneralName(GeneralName.rfc822Name, address));
      return this;
    }

    /** Puts bytes where the subject alternative names should be. */
    Request namesOf(byte... bytes) {
      rawNames = bytes;
      return this;
    }

    /** Puts bytes where an extension should be. */
    Request extension(ASN1ObjectIdentifier kind, byte... bytes) {
      odd.add(new Extension(kind, false, new DEROctetString(bytes)));
      return this;
    }

    Request serial(BigInteger number) {
      serial = number;
      return this;
    }

    /** Says where the issuer's certificate is. */
    Request issuerAt(String url) {
      access.add(
          new AccessDescription(
              AccessDescription.id_ad_caIssuers,
              new GeneralName(GeneralName.uniformResourceIdentifier, url)));
      return this;
    }

    /** May sign others. */
    public Request authority() {
      authority = true;
      return this;
    }

    /** With an RSA key of that length. */
    public Request rsa(int bits) {
      keys = keyPair("RSA", bits);
      return this;
    }

    /** With these keys. */
    public Request keys(KeyPair pair) {
      keys = pair;
      return this;
    }

    /** What its key may be used for, by the purposes of RFC 5280, section 4.2.1.12. */
    Request purposes(KeyPurposeId... wanted) {
      purposes.addAll(List.of(wanted));
      return this;
    }

    /** What its key may be used for, by the bits of {@link KeyUsage}. */
    Request usage(int bits) {
      usage = bits;
      return this;
    }

    /** With a digest, named as in Java. */
    public Request signedWith(String digest) {
      signature = digest + "with";
      return this;
    }

    /** The certificate. */
    public Issued issue() {
      try {
        X500Name name = new X500Name(subject);
        X500Name by = issuer == null ? name : issuerName(issuer);
        PrivateKey signer = issuer == null ? keys.getPrivate() : issuer.key();
        var builder =
            new JcaX509v3CertificateBuilder(
                by,
                serial == null ? BigInteger.valueOf(SERIALS.incrementAndGet()) : serial,
                Date.from(notBefore),
                Date.from(notAfter),
                name,
                keys.getPublic());
        extend(builder);
        String algorithm = signature + (signer.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
        return new Issued(
            new JcaX509CertificateConverter()
                .getCertificate(
                    builder.build(new JcaContentSignerBuilder(algorithm).build(signer))),
            keys);
      } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
        throw new AssertionError(e);
      }
    }

    private static X500Name issuerName(Issued issuer) {
      return X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
    }

    private void extend(JcaX509v3CertificateBuilder builder) throws CertIOException {
      if (authority) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      }
      if (usage != 0) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      }
      if (!purposes.isEmpty()) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
      }
      if (rawNames != null) {
        builder.addExtension(
            new Extension(Extension.subjectAlternativeName, false, new DEROctetString(rawNames)));
      } else if (!names.isEmpty()) {
        ASN1Encodable all = new GeneralNames(names.toArray(GeneralName[]::new));
        builder.addExtension(Extension.subjectAlternativeName, false, all);
      }
      for (Extension extension : odd) {
        builder.addExtension(extension);
      }
      if (!access.isEmpty()) {
        ASN1Encodable all =
            new AuthorityInformationAccess(access.toArray(AccessDescription[]::new));
        builder.addExtension(Extension.authorityInfoAccess, false, all);
      }
    }

    private static KeyPair keyPair(String algorithm, int bits) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
