package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthTest {
  private static final Issued ROOT = Issued.named("CN=Root").authority().rsa(2048).issue();

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void the_common_curves_are_strong(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));

    Issued leaf = Issued.named("CN=web").by(ROOT).keys(generator.generateKeyPair()).issue();

    assertThat(weaknesses(leaf)).isEmpty();
  }

  @Test
  void rsa_of_2048_bits_is_strong_and_less_is_not() {
    assertThat(weaknesses(Issued.named("CN=web").by(ROOT).rsa(2048).issue())).isEmpty();
    assertThat(weaknesses(Issued.named("CN=web").by(ROOT).rsa(1024).issue()))
        .containsExactly("CN=web has an RSA key of 1024 bits");
  }

  @Test
  void a_key_that_few_clients_know_is_named() throws GeneralSecurityException {
    Issued leaf =
        Issued.named("CN=web")
            .by(ROOT)
            .keys(KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
            .issue();

    assertThat(weaknesses(leaf)).containsExactly("CN=web has a key of an uncommon kind (EdDSA)");
  }

  @ParameterizedTest
  @CsvSource({"SHA1, SHA-1", "MD5, MD5"})
  void a_broken_digest_is_named(String digest, String shown) {
    Issued leaf = Issued.named("CN=web").by(ROOT).signedWith(digest).issue();

    assertThat(weaknesses(leaf)).containsExactly("CN=web is signed with " + shown);
  }

  @Test
  void the_signature_of_a_root_counts_for_nothing_but_its_key_does() {
    Issued old = Issued.named("CN=Old").authority().rsa(1024).signedWith("SHA1").issue();

    assertThat(weaknesses(old)).containsExactly("CN=Old has an RSA key of 1024 bits");
  }

  @Test
  void every_certificate_served_is_looked_at() {
    Issued issuing = Issued.named("CN=Issuing").by(ROOT).authority().rsa(1024).issue();
    Issued leaf = Issued.named("CN=web").by(issuing).signedWith("SHA1").issue();

    assertThat(weaknesses(leaf, issuing))
        .containsExactly("CN=web is signed with SHA-1", "CN=Issuing has an RSA key of 1024 bits");
  }

  private static List<String> weaknesses(Issued... served) {
    return Strength.weaknesses(List.of(served).stream().map(Issued::certificate).toList());
  }
}
