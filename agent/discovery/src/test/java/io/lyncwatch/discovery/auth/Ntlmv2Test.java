package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The published values of MS-NLMP 4.2.4. */
class Ntlmv2Test {
  private static final UserName USER = new UserName("Domain", "User");
  private static final Secret PASSWORD = new Secret("Password");
  private static final byte[] SERVER_CHALLENGE = bytes("0123456789abcdef");
  private static final byte[] NONCE = bytes("aaaaaaaaaaaaaaaa");
  private static final TargetInfo TARGET_INFO =
      TargetInfo.read(
              bytes("02000c0044006f006d00610069006e0001000c0053006500720076006500720000000000"))
          .orElseThrow();

  private final byte[] key = Ntlmv2.responseKey(USER, PASSWORD);
  private final byte[] clientChallenge = Ntlmv2.clientChallenge(new byte[8], NONCE, TARGET_INFO);

  @Test
  void the_response_key_is_the_published_one() {
    assertThat(hex(key)).isEqualTo("0c868a403bfd7a93a3001ef22ef02e3f");
  }

  @Test
  void the_case_of_the_user_does_not_matter_and_that_of_the_domain_does() {
    assertThat(Ntlmv2.responseKey(new UserName("Domain", "uSER"), PASSWORD)).isEqualTo(key);
    assertThat(Ntlmv2.responseKey(new UserName("DOMAIN", "User"), PASSWORD)).isNotEqualTo(key);
  }

  @Test
  void a_letter_without_a_single_upper_case_letter_stays_as_windows_leaves_it() {
    Secret password = new Secret("Password");

    assertThat(Ntlmv2.responseKey(new UserName("Domain", "straße"), password))
        .isEqualTo(Ntlmv2.responseKey(new UserName("Domain", "STRAßE"), password))
        .isNotEqualTo(Ntlmv2.responseKey(new UserName("Domain", "STRASSE"), password));
  }

  @Test
  void the_client_challenge_is_the_published_one() {
    assertThat(hex(clientChallenge))
        .isEqualTo(
            "01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d0061006900"
                + "6e0001000c005300650072007600650072000000000000000000");
  }

  @Test
  void the_proof_and_the_session_key_are_the_published_ones() {
    byte[] proof = Ntlmv2.proof(key, SERVER_CHALLENGE, clientChallenge);

    assertThat(hex(proof)).isEqualTo("68cd0ab851e51c96aabc927bebef6a1c");
    assertThat(hex(Ntlmv2.sessionKey(key, proof))).isEqualTo("8de40ccadbc14a82f15cb0ad0de95ca3");
  }

  @Test
  void the_lan_manager_response_is_the_published_one() {
    assertThat(hex(Ntlmv2.lmResponse(key, SERVER_CHALLENGE, NONCE)))
        .isEqualTo("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
  }

  @Test
  void time_counts_in_tenths_of_microseconds_from_1601() {
    assertThat(hex(Ntlmv2.timestamp(Instant.EPOCH))).isEqualTo("00803ed5deb19d01");
    assertThat(hex(Ntlmv2.timestamp(Instant.ofEpochSecond(0, 25_600))))
        .isEqualTo("00813ed5deb19d01");
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
