package io.lyncwatch.discovery.auth;

import static io.lyncwatch.discovery.auth.TestingNtlmServer.FLAGS;
import static io.lyncwatch.discovery.auth.TestingNtlmServer.challenge;
import static io.lyncwatch.discovery.auth.TestingNtlmServer.pair;
import static io.lyncwatch.discovery.auth.TestingNtlmServer.pairOfText;
import static io.lyncwatch.discovery.auth.TestingNtlmServer.targetInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.TestingNtlmServer.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NtlmHandshakeTest {
  private static final String TIME = "0090d336b734c301";
  private static final byte[] WITH_TIME =
      targetInfo(
          pairOfText(2, "CONTOSO"),
          pairOfText(1, "FE01"),
          pairOfText(4, "contoso.example"),
          pairOfText(3, "fe01.contoso.example"),
          pair(7, TIME));
  private static final byte[] WITHOUT_TIME = targetInfo(pairOfText(2, "CONTOSO"));

  private static final NtlmHandshake WRAPPED = handshakeOf("Domain\\User", NtlmForm.WRAPPED);

  private final NtlmHandshake handshake = handshakeOf("Domain\\User");

  @Test
  void the_first_message_offers_ntlm_2_in_unicode_and_names_nobody() {
    byte[] message = Base64.getDecoder().decode(handshake.negotiate());

    assertThat(HexFormat.of().formatHex(message))
        .isEqualTo(
            "4e544c4d53535000"
                + "01000000"
                + "05828822"
                + "0000000028000000"
                + "0000000028000000"
                + "0a0000000000000f");
  }

  @Test
  void the_server_finds_the_proof_of_the_password() {
    Received received = answerTo(challenge(FLAGS, WITH_TIME));

    assertThat(received.proof()).isEqualTo(received.expectedProof());
    assertThat(received.domain()).isEqualTo("Domain");
    assertThat(received.user()).isEqualTo("User");
    assertThat(received.workstation()).isEqualTo("LYNCWATCH");
  }

  @Test
  void a_server_that_tells_its_time_gets_it_back_with_a_mic_and_no_lan_manager_response() {
    Received received = answerTo(challenge(FLAGS, WITH_TIME));

    assertThat(received.timestamp()).isEqualTo(TIME);
    assertThat(received.pairs()).containsEntry(6, "02000000").containsEntry(7, TIME);
    assertThat(received.mic()).isEqualTo(received.expectedMic());
    assertThat(received.lmResponse()).isEqualTo("00".repeat(24));
  }

  @Test
  void a_server_that_keeps_its_time_gets_ours_and_the_lan_manager_response_of_version_2() {
    Received received = answerTo(challenge(FLAGS, WITHOUT_TIME));

    assertThat(received.timestamp()).isEqualTo("00803ed5deb19d01");
    assertThat(received.pairs()).doesNotContainKey(6);
    assertThat(received.mic()).isEqualTo("00".repeat(16));
    assertThat(received.lmResponse()).endsWith(received.nonce()).doesNotStartWith("0000");
    assertThat(received.proof()).isEqualTo(received.expectedProof());
  }

  @Test
  void flags_that_the_server_set_are_kept_beside_the_mic() {
    byte[] flagged = targetInfo(pair(6, "01000000"), pair(7, TIME));

    assertThat(answerTo(challenge(FLAGS, flagged)).pairs()).containsEntry(6, "03000000");
  }

  @Test
  void the_answer_is_meant_for_the_service_of_the_host_whatever_the_server_claims() {
    byte[] lying = targetInfo(pairOfText(9, "HTTP/evil.example"), pair(10, "ff".repeat(16)));
    Received received = answerTo(challenge(FLAGS, lying));

    assertThat(received.pairs())
        .containsEntry(9, hexOf("HTTP/fe01.contoso.example"))
        .containsEntry(10, "00".repeat(16));
  }

  @Test
  void the_answer_is_bound_to_the_certificate_of_the_connection() {
    String type2 = challenge(FLAGS, WITH_TIME);
    NtlmAnswer answer =
        handshake.answer(type2, Optional.of(TestingCertificates.read("ecdsa-sha384")));

    assertThat(received(type2, answer).pairs())
        .containsEntry(10, "f353ea328efb494f78eed54167f5409d");
  }

  @Test
  void what_the_server_sent_beside_that_comes_back_to_it() {
    assertThat(answerTo(challenge(FLAGS, WITH_TIME)).pairs())
        .containsEntry(1, hexOf("FE01"))
        .containsEntry(2, hexOf("CONTOSO"))
        .containsEntry(3, hexOf("fe01.contoso.example"))
        .containsEntry(4, hexOf("contoso.example"));
  }

  @Test
  void neither_a_key_exchange_nor_sealing_is_agreed_to() {
    Received received = answerTo(challenge(FLAGS, WITH_TIME));

    assertThat(received.flags()).isEqualTo(0x22888205);
    assertThat(received.sessionKey()).isEmpty();
  }

  @Test
  void a_principal_name_is_sent_with_an_empty_domain() {
    String type2 = challenge(FLAGS, WITH_TIME);
    Received received =
        received(type2, handshakeOf("probe1@contoso.example").answer(type2, Optional.empty()));

    assertThat(received.domain()).isEmpty();
    assertThat(received.user()).isEqualTo("probe1@contoso.example");
  }

  @Test
  void each_answer_has_a_nonce_of_its_own() {
    String type2 = challenge(FLAGS, WITH_TIME);

    assertThat(answerTo(type2).nonce()).isNotEqualTo(answerTo(type2).nonce());
  }

  @Test
  void the_challenge_tells_which_directory_and_machine_answered() {
    assertThat(serverOf(WITH_TIME))
        .isEqualTo(new ServerNames("CONTOSO", "FE01", "contoso.example", "fe01.contoso.example"));
    assertThat(serverOf(WITHOUT_TIME)).isEqualTo(new ServerNames("CONTOSO", "", "", ""));
  }

  @Test
  void a_server_cannot_smuggle_markup_or_lines_into_its_names() {
    ServerNames server =
        serverOf(targetInfo(pairOfText(1, "<b>\r\n"), pairOfText(2, "x".repeat(900))));

    assertThat(server.netbiosComputer()).isEqualTo("?b???");
    assertThat(server.netbiosDomain()).hasSize(255);
  }

  @Test
  void an_answer_does_not_print_its_token() {
    String type2 = challenge(FLAGS, WITH_TIME);

    assertThat(handshake.answer(type2, Optional.empty()).toString())
        .contains("CONTOSO", "base64=***")
        .doesNotContain("TlRMTVNTUAAD");
  }

  @ParameterizedTest
  @CsvSource({
    "0x00000001, without Unicode",
    "0x00000200, does not offer NTLM",
    "0x00080000, without extended session security",
    "0x00800000, no target information"
  })
  void a_server_that_asks_for_something_weaker_gets_no_answer(String missing, String why) {
    String type2 = challenge(FLAGS & ~Integer.decode(missing), WITH_TIME);

    assertThat(refusalOf(type2)).contains(why);
  }

  @Test
  void a_challenge_without_target_information_asks_for_ntlm_1_and_gets_no_answer() {
    assertThat(refusalOf(challenge(FLAGS, new byte[0]))).contains("no target information");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "TlRMTVNTUAA=", "realm=\"x\"", "AAAA"})
  void what_is_no_ntlm_message_is_refused(String text) {
    assertThat(refusalOf(text)).isNotBlank();
  }

  @Test
  void our_own_first_message_sent_back_is_no_challenge() {
    byte[] padded = Arrays.copyOf(Base64.getDecoder().decode(handshake.negotiate()), 48);

    assertThat(refusalOf(Base64.getEncoder().encodeToString(padded)))
        .contains("type 1 instead of 2");
  }

  @Test
  void a_challenge_of_monstrous_length_is_refused_unread() {
    assertThat(refusalOf("A".repeat(1_000_000))).contains("longer than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0200ffff41",
        "0200020041",
        "020002004100",
        "07000400ffffffff00000000",
        "06000200010000000000"
      })
  void target_information_that_is_cut_off_or_of_wrong_size_is_refused(String hex) {
    byte[] targetInfo = HexFormat.of().parseHex(hex);

    assertThat(refusalOf(challenge(FLAGS, targetInfo))).contains("target information");
  }

  @Test
  void wrapped_the_first_message_is_an_offer_of_ntlm_alone_that_can_sign() {
    byte[] message = Base64.getDecoder().decode(WRAPPED.negotiate());

    assertThat(HexFormat.of().formatHex(message))
        .isEqualTo(
            "6048"
                + "06062b0601050502"
                + "a03e303ca00e300c060a2b06010401823702020aa22a0428"
                + "4e544c4d53535000"
                + "01000000"
                + "15828822"
                + "0000000028000000"
                + "0000000028000000"
                + "0a0000000000000f");
  }

  @Test
  void wrapped_the_proof_comes_with_a_signature_of_what_was_offered() {
    String type2 = challenge(FLAGS, WITH_TIME);
    Unwrapped reply = unwrapped(WRAPPED.answer(wrapped(type2), Optional.empty()));
    Received received =
        TestingNtlmServer.receive(
            Base64.getEncoder().encodeToString(NtlmMessage.negotiate(NtlmForm.WRAPPED.offered())),
            type2,
            reply.token());

    assertThat(received.proof()).isEqualTo(received.expectedProof());
    assertThat(received.mic()).isEqualTo(received.expectedMic());
    assertThat(reply.mic())
        .contains(TestingNtlmServer.signature(received, "300c060a2b06010401823702020a"));
  }

  @Test
  void wrapped_nothing_is_signed_where_the_server_cannot() {
    String type2 = challenge(FLAGS & ~0x10, WITH_TIME);

    assertThat(unwrapped(WRAPPED.answer(wrapped(type2), Optional.empty())).mic()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a1073005a0030a0102, rejects",
    "a10f300da10b06092a864886f712010202, not offered",
    "a1073005a0030a0101, no token",
    "a1023000, no token",
    "a100, malformed",
    "6000, no SPNEGO",
    "a184ffffffff, no SPNEGO",
    "a1803080, no SPNEGO",
    "4e544c4d535350000200000000, no SPNEGO"
  })
  void a_wrapping_that_brings_no_challenge_is_refused(String hex, String why) {
    String text = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));

    assertThat(WRAPPED.answer(text, Optional.empty()))
        .isInstanceOfSatisfying(
            NtlmAnswer.Refused.class, refused -> assertThat(refused.why()).contains(why));
  }

  /** NegTokenResp by Bouncy Castle: accept-incomplete, NTLM, the challenge. */
  private static String wrapped(String challenge) {
    ASN1EncodableVector fields = new ASN1EncodableVector();
    fields.add(new DERTaggedObject(0, new ASN1Enumerated(1)));
    fields.add(new DERTaggedObject(1, new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.2.10")));
    fields.add(new DERTaggedObject(2, new DEROctetString(Base64.getDecoder().decode(challenge))));
    try {
      return Base64.getEncoder()
          .encodeToString(new DERTaggedObject(1, new DERSequence(fields)).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Unwrapped(String token, Optional<String> mic) {}

  private static Unwrapped unwrapped(NtlmAnswer answer) {
    assertThat(answer).isInstanceOf(NtlmAnswer.Token.class);
    byte[] text = Base64.getDecoder().decode(((NtlmAnswer.Token) answer).base64());
    ASN1Sequence fields =
        ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(text).getExplicitBaseObject());
    Optional<String> mic = Optional.empty();
    String token = "";
    for (ASN1Encodable field : fields) {
      ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(field);
      if (tagged.getTagNo() >= 2) {
        byte[] bytes = ASN1OctetString.getInstance(tagged, true).getOctets();
        if (tagged.getTagNo() == 2) {
          token = Base64.getEncoder().encodeToString(bytes);
        } else {
          mic = Optional.of(HexFormat.of().formatHex(bytes));
        }
      }
    }
    return new Unwrapped(token, mic);
  }

  private static NtlmHandshake handshakeOf(String user) {
    return handshakeOf(user, NtlmForm.NTLM);
  }

  private static NtlmHandshake handshakeOf(String user, NtlmForm form) {
    return new NtlmHandshake(
        form,
        new Credential(UserName.parse(user), new Secret("Password")),
        "fe01.contoso.example",
        () -> Instant.EPOCH,
        new Random(4_2_4));
  }

  private Received answerTo(String type2) {
    return received(type2, handshake.answer(type2, Optional.empty()));
  }

  private Received received(String type2, NtlmAnswer answer) {
    assertThat(answer).isInstanceOf(NtlmAnswer.Token.class);
    return TestingNtlmServer.receive(
        handshake.negotiate(), type2, ((NtlmAnswer.Token) answer).base64());
  }

  private ServerNames serverOf(byte[] targetInfo) {
    NtlmAnswer answer = handshake.answer(challenge(FLAGS, targetInfo), Optional.empty());
    assertThat(answer).isInstanceOf(NtlmAnswer.Token.class);
    return ((NtlmAnswer.Token) answer).server();
  }

  private String refusalOf(String type2) {
    NtlmAnswer answer = handshake.answer(type2, Optional.empty());
    assertThat(answer).isInstanceOf(NtlmAnswer.Refused.class);
    return ((NtlmAnswer.Refused) answer).why();
  }

  private static String hexOf(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
  }
}
