package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

  /** AUTHENTICATE_MESSAGE of 4.2.4.3. */
  private static final String PUBLISHED_MESSAGE =
      "4e544c4d53535000030000001800180"
          + "06c00000054005400840000000c000c004800000008000800540000001000100"
          + "05c00000010001000d8000000358288e20501280a0000000f44006f006d006100"
          + "69006e00550073006500720043004f004d00500055005400450052"
          + "0086c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"
          + "68cd0ab851e51c96aabc927bebef6a1c"
          + "01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000"
          + "02000c0044006f006d00610069006e0001000c005300650072007600650072000000000000000000"
          + "c5dad2544fc9799094ce1ce90bc9d03e";

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
  void the_published_third_message_carries_these_responses() {
    byte[] proof = Ntlmv2.proof(key, SERVER_CHALLENGE, clientChallenge);

    assertThat(PUBLISHED_MESSAGE)
        .contains(hex(proof) + hex(clientChallenge))
        .contains(hex(Ntlmv2.lmResponse(key, SERVER_CHALLENGE, NONCE)));
  }

  @Test
  void the_third_message_is_laid_out_as_the_published_one() {
    byte[] proof = Ntlmv2.proof(key, SERVER_CHALLENGE, clientChallenge);
    byte[] response = bytes(hex(proof) + hex(clientChallenge));
    byte[] ours = NtlmMessage.authenticate(0, USER, new byte[24], response);
    byte[] published = bytes(PUBLISHED_MESSAGE);

    for (int field : new int[] {20, 28, 36}) {
      assertThat(field(ours, field)).isEqualTo(field(published, field));
    }
  }

  @Test
  void the_signing_key_of_the_client_is_the_published_one() {
    assertThat(hex(Ntlmv2.signingKey(bytes("55".repeat(16)))))
        .isEqualTo("4788dc861b4782f35d43fd98fe1a2d39");
  }

  @Test
  void the_channel_binding_is_part_of_what_is_proven() {
    TargetInfo bound = TARGET_INFO.with(TargetInfo.CHANNEL_BINDINGS, bytes("65".repeat(16)));
    byte[] boundChallenge = Ntlmv2.clientChallenge(new byte[8], NONCE, bound);

    assertThat(hex(boundChallenge)).contains("0a001000" + "65".repeat(16));
    assertThat(Ntlmv2.proof(key, SERVER_CHALLENGE, boundChallenge))
        .isNotEqualTo(Ntlmv2.proof(key, SERVER_CHALLENGE, clientChallenge));
  }

  private static String field(byte[] message, int at) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    int offset = in.getInt(at + 4);
    return HexFormat.of().formatHex(message, offset, offset + in.getShort(at));
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
