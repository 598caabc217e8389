package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelBindingTest {
  @Test
  void the_token_is_the_md5_of_the_channel_bindings_structure() {
    byte[] certificateHash =
        HexFormat.of().parseHex("ea05fefecc6b0bd571dbbc5baa3ed45386d0446835f7b74c85621b9983475f95");

    assertThat(hex(ChannelBinding.ofEndPoint(certificateHash)))
        .isEqualTo("6586e99d81c2fc984e47172fd4dd0310");
  }

  /** The expected values were computed from the files by another program. */
  @ParameterizedTest
  @CsvSource({
    "ecdsa-sha1, e34b5ac86028997fdf1b5412376aa1e8",
    "ecdsa-sha256, fe6f1c5560a48c0b09c519b2c8b31ee2",
    "ecdsa-sha384, f353ea328efb494f78eed54167f5409d",
    "rsa-pss-sha512, 96a070d828fe88e0bd17f6e7e6098a23"
  })
  void the_hash_is_that_of_the_signature_but_at_least_sha_256(String file, String token) {
    assertThat(ChannelBinding.of(TestingCertificates.read(file)).map(ChannelBindingTest::hex))
        .contains(token);
  }

  @Test
  void a_signature_without_a_hash_of_its_own_gives_no_binding() {
    assertThat(ChannelBinding.of(TestingCertificates.read("ed25519"))).isEmpty();
  }

  private static String hex(ChannelBinding binding) {
    return HexFormat.of().formatHex(binding.token());
  }
}
