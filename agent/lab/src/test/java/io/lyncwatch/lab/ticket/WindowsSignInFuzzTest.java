package io.lyncwatch.lab.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whatever a client sends is understood or refused, and nobody comes in by it. */
class WindowsSignInFuzzTest {
  private static final int MOST_MECHANISMS = 32;
  private static final Protection PROTECTION =
      new Protection(ExtendedProtection.ALLOW, false, Set.of(TestingPool.WEB_HOST));

  /** Nobody can foresee the challenge, so that no proof can be found by watching. */
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Requests on one connection, each with a token: a byte for the scheme, two for the length. */
  @FuzzTest
  void nobody_signs_in_without_the_password(byte[] requests) {
    WindowsSignIn service =
        new WindowsSignIn(
            "fe01.contoso.example",
            new Accounts(List.of(TestingPool.ALICE)),
            new WindowsAuthentication(PROTECTION, Optional.empty()),
            () -> Instant.EPOCH,
            RANDOM);
    ByteBuffer in = ByteBuffer.wrap(requests);
    while (in.remaining() > 3) {
      String scheme = in.get() == 0 ? Authorization.NTLM : Authorization.NEGOTIATE;
      byte[] token = new byte[Math.min(Short.toUnsignedInt(in.getShort()), in.remaining())];
      in.get(token);
      assertRefused(service.attempt(with(scheme + " " + TestingPool.base64(token))));
    }
  }

  @FuzzTest
  void an_answer_that_is_understood_is_whole(byte[] message) {
    Optional<AuthenticateMessage> read =
        NtlmMessage.read(message).flatMap(AuthenticateMessage::read);

    if (read.isPresent()) {
      AuthenticateMessage answer = read.get();
      assertThat(answer.proof()).hasSize(16);
      assertThat(answer.clientChallenge()).hasSizeBetween(32, message.length);
      assertThat(answer.user().length() + answer.domain().length())
          .isLessThanOrEqualTo(2 * message.length);
      if (answer.avPairs().announceMic()) {
        assertThat(answer.mic()).hasSize(16);
        assertThat(answer.bytesWithoutMic()).hasSameSizeAs(message);
      }
      byte[] pairs = answer.avPairs().bytes();
      assertThat(AvPairs.read(pairs).orElseThrow().bytes()).isEqualTo(pairs);
      answer.encryptedSessionKey().ifPresent(key -> assertThat(key).isNotEmpty());
    }
  }

  @FuzzTest
  void an_envelope_that_is_understood_is_written_as_it_is_read_again(byte[] bytes) {
    Optional<NegotiationToken> read = NegotiationToken.read(bytes);

    if (read.isPresent()) {
      NegotiationToken token = read.get();
      assertThat(token.mechanisms()).hasSizeLessThanOrEqualTo(MOST_MECHANISMS);
      assertThat(token.offer().isPresent()).isEqualTo(!token.mechanisms().isEmpty());
      NegotiationToken again =
          NegotiationToken.read(NegotiationToken.goOn(token.message())).orElseThrow();
      assertThat(again.message().map(TestingPool::base64))
          .isEqualTo(token.message().map(TestingPool::base64));
    }
  }

  @FuzzTest
  void a_header_is_base64_behind_a_scheme_or_nothing(byte[] header) {
    Optional<Authorization> read =
        Authorization.read(new String(header, StandardCharsets.ISO_8859_1));

    if (read.isPresent()) {
      assertThat(read.get().scheme()).isIn("NTLM", "Negotiate").isEqualTo(read.get().toString());
      assertThat(TestingPool.base64(read.get().bytes())).isEqualTo(read.get().token());
    }
  }

  private static void assertRefused(SignIn outcome) {
    assertThat(outcome).isInstanceOf(SignIn.Refused.class);
    Reply reply = ((SignIn.Refused) outcome).reply();
    assertThat(reply.status()).isEqualTo(401);
    assertThat(TestingPool.headers(reply, "WWW-Authenticate"))
        .isNotEmpty()
        .allSatisfy(said ->
            assertThat(said)
                .matches("(NTLM|Negotiate)( [A-Za-z0-9+/]+=*)?")
                .hasSizeLessThan(1_000));
  }

  private static Request with(String authorization) {
    return TestingPool.request(
        "c1", "POST", TestingPool.SERVICE, Map.of("authorization", List.of(authorization)), "");
  }
}
