package io.lyncwatch.discovery.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

class ClientCertificateTest {
  private static final Issued OWN = Issued.named("CN=probe1").issue();
  private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";

  @Test
  void a_pair_in_pem_is_read() throws Exception {
    ClientCertificate read =
        ClientCertificate.ofPem(chain(OWN), pem("PRIVATE KEY", encoded(OWN)), Optional.empty());

    assertThat(read.chain()).containsExactly(OWN.certificate());
    assertThat(read.key()).isEqualTo(OWN.key());
  }

  @Test
  void a_key_under_a_password_is_opened_with_it() throws Exception {
    byte[] sealed = pem("ENCRYPTED PRIVATE KEY", sealed("phrase"));

    assertThat(ClientCertificate.ofPem(chain(OWN), sealed, Optional.of("phrase")).key())
        .isEqualTo(OWN.key());
    assertThatThrownBy(() -> ClientCertificate.ofPem(chain(OWN), sealed, Optional.of("other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("holds a key that cannot be read, or its password is another");
  }

  @Test
  void pkcs12_is_read_with_its_password_and_no_other() throws Exception {
    byte[] file = pkcs12("phrase");

    assertThat(ClientCertificate.ofPkcs12(file, "phrase").key()).isEqualTo(OWN.key());
    assertThatThrownBy(() -> ClientCertificate.ofPkcs12(file, "other"))
        .hasMessage("is no PKCS#12, or its password is another");
    assertThatThrownBy(() -> ClientCertificate.ofPkcs12("text".getBytes(US_ASCII), ""))
        .hasMessage("is no PKCS#12, or its password is another");
  }

  @Test
  void the_key_of_another_certificate_is_refused() throws Exception {
    byte[] other = pem("PRIVATE KEY", encoded(Issued.named("CN=other").issue()));

    assertThatThrownBy(() -> ClientCertificate.ofPem(chain(OWN), other, Optional.empty()))
        .hasMessage("is not the key of the certificate");
  }

  @Test
  void what_is_missing_or_of_an_older_form_is_named() throws Exception {
    byte[] old = pem("RSA PRIVATE KEY", encoded(OWN));

    assertThatThrownBy(() -> ClientCertificate.ofPem(chain(OWN), old, Optional.empty()))
        .hasMessageContaining("openssl pkcs8 -topk8");
    assertThatThrownBy(
            () -> ClientCertificate.ofPem(chain(OWN), "".getBytes(US_ASCII), Optional.empty()))
        .hasMessage("holds no private key in PEM");
    assertThatThrownBy(() -> ClientCertificate.ofPem("".getBytes(US_ASCII), old, Optional.empty()))
        .hasMessageStartingWith("has no certificate beside it");
  }

  @Test
  void the_key_is_not_printed() throws Exception {
    assertThat(ClientCertificate.ofPkcs12(pkcs12("phrase"), "phrase").toString())
        .isEqualTo("certificate of CN=probe1");
  }

  @Test
  void the_digest_is_the_same_from_whatever_file_they_come() throws Exception {
    byte[] once = pkcs12("phrase");
    byte[] again = pkcs12("another phrase");
    ClientCertificate fromPem =
        ClientCertificate.ofPem(chain(OWN), pem("PRIVATE KEY", encoded(OWN)), Optional.empty());

    assertThat(once).isNotEqualTo(again);
    assertThat(ClientCertificate.ofPkcs12(once, "phrase").digest())
        .isEqualTo(ClientCertificate.ofPkcs12(again, "another phrase").digest())
        .isEqualTo(fromPem.digest());
  }

  @Test
  void the_digest_changes_with_the_certificate_also_if_its_key_stays() throws Exception {
    Issued renewed = Issued.named("CN=probe1").keys(OWN.keys()).issue();
    byte[] key = pem("PRIVATE KEY", encoded(OWN));

    assertThat(ClientCertificate.ofPem(chain(renewed), key, Optional.empty()).digest())
        .isNotEqualTo(ClientCertificate.ofPem(chain(OWN), key, Optional.empty()).digest());
  }

  private static byte[] encoded(Issued issued) {
    return issued.key().getEncoded();
  }

  private static byte[] chain(Issued issued) throws Exception {
    return pem("CERTIFICATE", issued.certificate().getEncoded());
  }

  private static byte[] pem(String label, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes))
        .getBytes(US_ASCII);
  }

  private static byte[] sealed(String password) throws Exception {
    SecretKey key =
        SecretKeyFactory.getInstance(SCHEME).generateSecret(new PBEKeySpec(password.toCharArray()));
    Cipher cipher = Cipher.getInstance(SCHEME);
    cipher.init(Cipher.ENCRYPT_MODE, key);
    byte[] text = cipher.doFinal(encoded(OWN));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    return new EncryptedPrivateKeyInfo(parameters, text).getEncoded();
  }

  private static byte[] pkcs12(String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own", OWN.key(), password.toCharArray(), new Certificate[] {OWN.certificate()});
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    store.store(file, password.toCharArray());
    return file.toByteArray();
  }
}
