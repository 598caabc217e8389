package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @Test
  void a_certificate_without_a_word_on_its_use_may_be_a_servers() {
    assertThat(Usage.flaw(Issued.named("CN=web").issue().certificate())).isEmpty();
  }

  @Test
  void server_authentication_among_others_and_any_purpose_are_right() {
    assertThat(flaw(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth)).isEmpty();
    assertThat(flaw(KeyPurposeId.anyExtendedKeyUsage)).isEmpty();
  }

  @Test
  void a_certificate_for_clients_only_is_not_a_servers() {
    assertThat(flaw(KeyPurposeId.id_kp_clientAuth))
        .contains("its extended key usage lacks server authentication");
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyUsage.digitalSignature, KeyUsage.keyEncipherment, KeyUsage.keyAgreement})
  void a_key_that_signs_or_exchanges_keys_may_be_a_servers(int usage) {
    assertThat(Usage.flaw(Issued.named("CN=web").usage(usage).issue().certificate())).isEmpty();
  }

  @Test
  void a_key_that_may_only_sign_certificates_is_not_a_servers() {
    assertThat(Usage.flaw(Issued.named("CN=web").usage(KeyUsage.keyCertSign).issue().certificate()))
        .contains("its key usage allows neither signatures nor key exchange");
  }

  private static Optional<String> flaw(KeyPurposeId... purposes) {
    return Usage.flaw(Issued.named("CN=web").purposes(purposes).issue().certificate());
  }
}
