package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.tls.Issued;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a certificate's file counts as the secret that the guard holds back. */
class CertificateFilesTest {
  private static final Issued OWN = Issued.named("CN=probe1").issue();

  @TempDir private Path directory;

  @Test
  void a_file_that_is_exported_again_is_the_same_secret() throws Exception {
    Reading once = pkcs12(OWN, "phrase").read();
    byte[] before = Files.readAllBytes(directory.resolve("own.p12"));
    Reading again = pkcs12(OWN, "phrase").read();

    assertThat(Files.readAllBytes(directory.resolve("own.p12"))).isNotEqualTo(before);
    assertThat(again).isInstanceOf(Reading.Available.class).isEqualTo(once);
  }

  @Test
  void a_new_certificate_is_another_one() throws Exception {
    Reading old = pkcs12(OWN, "phrase").read();
    Reading renewed = pkcs12(Issued.named("CN=probe1").issue(), "phrase").read();

    assertThat(renewed).isInstanceOf(Reading.Available.class).isNotEqualTo(old);
  }

  @Test
  void one_that_cannot_be_opened_is_none() throws Exception {
    CertificateFiles files = pkcs12(OWN, "phrase");
    CertificateFiles other =
        new CertificateFiles(files.certificate(), Optional.empty(), Optional.of(known("other")));

    assertThat(other.read())
        .isEqualTo(
            new Reading.Unreadable(
                files.certificate().toString(), "is no PKCS#12, or its password is another"));
  }

  private CertificateFiles pkcs12(Issued issued, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own",
        issued.keys().getPrivate(),
        password.toCharArray(),
        new Certificate[] {issued.certificate()});
    Path file = directory.resolve("own.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return new CertificateFiles(file, Optional.empty(), Optional.of(known(password)));
  }

  private static SecretSource known(String text) {
    return () -> new Reading.Available(new Secret(text));
  }
}
