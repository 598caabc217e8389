package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.auth.TestingNtlmServer.Received;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

/** Whatever a server sends is refused for a reason, or answered as a server can check it. */
class NtlmFuzzTest {
  private static final String HOST = "fe01.contoso.example";

  @FuzzTest
  void a_challenge_is_refused_or_answered_by_proof(byte[] challenge) {
    String text = Base64.getEncoder().encodeToString(challenge);

    assertRefusedOrProven(NtlmForm.NTLM, text, challenge);
  }

  @FuzzTest
  void a_wrapped_challenge_is_refused_or_answered_by_proof(byte[] message) {
    String text = Base64.getEncoder().encodeToString(message);

    switch (SpnegoAnswer.read(message, Spnego.Mechanism.NTLM)) {
      case SpnegoAnswer.Token(var challenge) ->
          assertRefusedOrProven(NtlmForm.WRAPPED, text, challenge.bytes());
      case SpnegoAnswer.Unusable(String why) -> {
        assertThat(answer(NtlmForm.WRAPPED, text)).isEqualTo(new NtlmAnswer.Refused(why));
        assertShowable(why);
      }
    }
  }

  @FuzzTest
  void any_text_is_refused_or_answered(byte[] text) {
    String header = new String(text, StandardCharsets.ISO_8859_1);

    for (NtlmForm form : NtlmForm.values()) {
      switch (answer(form, header)) {
        case NtlmAnswer.Refused(String why) -> assertShowable(why);
        case NtlmAnswer.Token(String proof, ServerNames server) -> {
          assertThat(proof).isBase64();
          assertShowable(server);
        }
      }
    }
  }

  @FuzzTest
  void target_information_is_written_as_it_is_read_again(byte[] encoded) {
    Optional<TargetInfo> read = TargetInfo.read(encoded);

    if (read.isPresent()) {
      byte[] written = read.get().encoded();
      assertThat(written).hasSizeLessThanOrEqualTo(encoded.length);
      assertThat(TargetInfo.read(written).orElseThrow().encoded()).isEqualTo(written);
      assertThat(read.get().withFlags(read.get().flags()).flags()).isEqualTo(read.get().flags());
      assertShowable(ServerNames.of(read.get()));
    }
  }

  private static void assertRefusedOrProven(NtlmForm form, String text, byte[] challenge) {
    NtlmAnswer answer = answer(form, text);
    assertThat(answer(form, text)).as("the same again").isEqualTo(answer);
    switch (answer) {
      case NtlmAnswer.Refused(String why) -> assertShowable(why);
      case NtlmAnswer.Token(String proof, ServerNames server) -> {
        assertShowable(server);
        assertProven(received(form, challenge, Base64.getDecoder().decode(proof)));
      }
    }
  }

  private static Received received(NtlmForm form, byte[] challenge, byte[] answer) {
    byte[] third = answer;
    if (form.wrapped()) {
      SpnegoAnswer wrapping = SpnegoAnswer.read(answer, Spnego.Mechanism.NTLM);
      assertThat(wrapping).isInstanceOf(SpnegoAnswer.Token.class);
      third = ((SpnegoAnswer.Token) wrapping).octets().bytes();
    }
    return TestingNtlmServer.receive(NtlmMessage.negotiate(form.offered()), challenge, third);
  }

  private static void assertProven(Received received) {
    assertThat(received.proof()).isEqualTo(received.expectedProof());
    assertThat(received.flags() & ~NtlmForm.WRAPPED.offered()).as("not offered").isZero();
    assertThat(received.pairs())
        .containsEntry(
            9, HexFormat.of().formatHex(("HTTP/" + HOST).getBytes(StandardCharsets.UTF_16LE)))
        .containsEntry(10, "00".repeat(16));
    if (received.pairs().containsKey(7)) {
      assertThat(received.mic()).isEqualTo(received.expectedMic());
      assertThat(received.lmResponse()).isEqualTo("00".repeat(24));
    }
  }

  private static void assertShowable(ServerNames server) {
    assertThat(server.toString()).hasSizeLessThan(1_200).doesNotContainPattern("[\\p{Cntrl}<>&\"]");
  }

  private static void assertShowable(String why) {
    assertThat(why).isNotBlank().hasSizeLessThan(150).doesNotContainPattern("\\p{Cntrl}");
  }

  /** By a client that has sent nothing before. */
  private static NtlmAnswer answer(NtlmForm form, String text) {
    return new NtlmHandshake(
            form,
            new Credential(UserName.parse("Domain\\User"), new Secret("Password")),
            HOST,
            () -> Instant.EPOCH,
            new Random(4_2_4))
        .answer(text, Optional.empty());
  }
}
