package io.lyncwatch.discovery.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A certificate of our own with its private key, which is never printed. */
public final class ClientCertificate {
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]*)-----END [A-Z ]*PRIVATE KEY-----");

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  private ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /**
   * The first entry with a key in a file of PKCS#12 (RFC 7292).
   *
   * @throws IllegalArgumentException with words that go on from the file's name
   */
  public static ClientCertificate ofPkcs12(byte[] file, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        Key key = store.getKey(alias, password.toCharArray());
        Certificate[] chain = store.getCertificateChain(alias);
        if (key instanceof PrivateKey own && chain != null) {
          return new ClientCertificate(
              own, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("is no PKCS#12, or its password is another", e);
    }
    throw new IllegalArgumentException("holds no certificate with a private key");
  }

  /**
   * A pair in PEM (RFC 7468): a chain, the leaf first, and a key in PKCS#8.
   *
   * @throws IllegalArgumentException with words that go on from the name of the key's file
   */
  public static ClientCertificate ofPem(byte[] chain, byte[] keyFile, Optional<String> password) {
    List<X509Certificate> certificates;
    try {
      certificates = CertificateFile.parse("the certificate", chain);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("has no certificate beside it: " + e.getMessage(), e);
    }
    X509Certificate leaf = certificates.getFirst();
    PrivateKey key = key(keyFile, leaf.getPublicKey().getAlgorithm(), password);
    if (!belongs(key, leaf)) {
      throw new IllegalArgumentException("is not the key of the certificate");
    }
    return new ClientCertificate(key, certificates);
  }

  private static PrivateKey key(byte[] file, String algorithm, Optional<String> password) {
    Matcher block = KEY.matcher(new String(file, StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw new IllegalArgumentException("holds no private key in PEM");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
      PKCS8EncodedKeySpec encoded =
          switch (block.group(1)) {
            case "" -> new PKCS8EncodedKeySpec(bytes);
            case "ENCRYPTED " -> decrypted(bytes, password.orElse(""));
            default ->
                throw new IllegalArgumentException(
                    "holds a key that is not in PKCS#8: convert it with openssl pkcs8 -topk8");
          };
      return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "holds a key that cannot be read, or its password is another", e);
    }
  }

  private static PKCS8EncodedKeySpec decrypted(byte[] bytes, String password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(bytes);
    // For PBES2 the scheme's name stands in the parameters only, and they print it.
    String scheme =
        sealed.getAlgName().startsWith("PBE")
            ? sealed.getAlgName()
            : String.valueOf(sealed.getAlgParameters());
    Cipher cipher = Cipher.getInstance(scheme);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password.toCharArray())),
        sealed.getAlgParameters());
    return sealed.getKeySpec(cipher);
  }

  /** Whether what one half signs the other half confirms. */
  private static boolean belongs(PrivateKey key, X509Certificate leaf) {
    try {
      Signature signature = Signature.getInstance(scheme(key));
      byte[] text = leaf.getTBSCertificate();
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(leaf.getPublicKey());
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String scheme(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  PrivateKey key() {
    return key;
  }

  /**
   * A digest of the key and the chain, in hexadecimal: the same from whatever file they come, and
   * however that was sealed.
   */
  public String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(material());
      for (X509Certificate certificate : chain) {
        sha256.update(certificate.getEncoded());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** Of the usual kinds the number only: their files may hold attributes, or the public key. */
  private byte[] material() {
    return switch (key) {
      case RSAPrivateKey rsa -> rsa.getPrivateExponent().toByteArray();
      case ECPrivateKey ec -> ec.getS().toByteArray();
      default -> key.getEncoded();
    };
  }

  /** As it is shown, the leaf first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "certificate of " + chain.getFirst().getSubjectX500Principal().getName();
  }
}
