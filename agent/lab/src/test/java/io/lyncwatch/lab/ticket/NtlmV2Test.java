package io.lyncwatch.lab.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example of MS-NLMP 4.2.4: User, Domain, Password, and challenges of fixed bytes. */
class NtlmV2Test {
  private static final byte[] SERVER_CHALLENGE = bytes("0123456789abcdef");
  private static final byte[] CLIENT_CHALLENGE =
      bytes(
          "01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000"
              + "02000c0044006f006d00610069006e00"
              + "01000c00530065007200760065007200"
              + "0000000000000000");

  private final byte[] responseKey = NtlmV2.responseKey("User", "Domain", "Password");
  private final byte[] proof = NtlmV2.proof(responseKey, SERVER_CHALLENGE, CLIENT_CHALLENGE);

  @Test
  void the_response_key_is_the_published_one() {
    assertThat(responseKey).isEqualTo(bytes("0c868a403bfd7a93a3001ef22ef02e3f"));
  }

  @Test
  void the_proof_is_the_published_one() {
    assertThat(proof).isEqualTo(bytes("68cd0ab851e51c96aabc927bebef6a1c"));
  }

  @Test
  void the_session_base_key_is_the_published_one() {
    assertThat(NtlmV2.sessionBaseKey(responseKey, proof))
        .isEqualTo(bytes("8de40ccadbc14a82f15cb0ad0de95ca3"));
  }

  @Test
  void the_session_key_comes_out_of_its_published_cipher() {
    byte[] exchangeKey = NtlmV2.sessionBaseKey(responseKey, proof);
    assertThat(NtlmV2.rc4(exchangeKey, bytes("c5dad2544fc9799094ce1ce90bc9d03e")))
        .isEqualTo(bytes("55555555555555555555555555555555"));
  }

  @Test
  void a_user_is_the_same_in_small_letters_but_a_domain_is_not() {
    assertThat(NtlmV2.responseKey("user", "Domain", "Password")).isEqualTo(responseKey);
    assertThat(NtlmV2.responseKey("User", "domain", "Password")).isNotEqualTo(responseKey);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
