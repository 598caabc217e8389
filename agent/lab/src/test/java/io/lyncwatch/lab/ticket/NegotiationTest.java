package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE_BY_NTLM;
import static io.lyncwatch.lab.ticket.TestingPool.base64;
import static io.lyncwatch.lab.ticket.TestingPool.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.web.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NTLM in the envelopes of SPNEGO, written from RFC 4178 without any of the server's code. */
class NegotiationTest {
  private static final byte[] NEGOTIATE = TestingNtlmClient.negotiate();
  private static final byte[] SPNEGO = hex("06062b0601050502");
  private static final byte[] NTLM = hex("060a2b06010401823702020a");
  private static final byte[] KERBEROS = hex("06092a864886f712010202");

  private final TestingPool pool = new TestingPool();

  @Test
  void ntlm_as_the_first_choice_takes_three_requests() {
    byte[] challenge = challenge(send(first(list(NTLM), NEGOTIATE)));
    Reply reply = send(later(ALICE_BY_NTLM.authenticate(NEGOTIATE, challenge)));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(header(reply, "WWW-Authenticate"))
        .isEqualTo("Negotiate " + base64(hex("a1073005a0030a0100")));
  }

  @Test
  void a_wrong_password_is_refused() {
    byte[] challenge = challenge(send(first(list(NTLM), NEGOTIATE)));
    TestingNtlmClient wrong = new TestingNtlmClient("CONTOSO", "alice", "wrong");
    assertRefused(send(later(wrong.authenticate(NEGOTIATE, challenge))));
  }

  @Test
  void a_client_that_likes_another_mechanism_better_has_to_protect_its_list() {
    byte[] list = list(KERBEROS, NTLM);
    byte[] proof = afterAnotherChoice(list);
    Reply reply = send(later(proof, TestingNtlmClient.signature("client-to-server", list)));
    assertThat(reply.status()).isEqualTo(200);
    byte[] last = token(reply);
    assertThat(Arrays.copyOfRange(last, last.length - 16, last.length))
        .isEqualTo(TestingNtlmClient.signature("server-to-client", list));
  }

  @Test
  void an_unprotected_or_altered_list_is_refused() {
    byte[] list = list(KERBEROS, NTLM);
    assertRefused(send(later(afterAnotherChoice(list))));
    byte[] altered = TestingNtlmClient.signature("client-to-server", list(NTLM));
    assertRefused(send(later(afterAnotherChoice(list), altered)));
  }

  @Test
  void a_client_that_does_not_know_ntlm_is_refused() {
    assertRefused(send(first(list(KERBEROS), new byte[] {1})));
  }

  @Test
  void an_answer_without_its_envelope_is_refused() {
    byte[] challenge = challenge(send(first(list(NTLM), NEGOTIATE)));
    assertRefused(send(ALICE_BY_NTLM.authenticate(NEGOTIATE, challenge)));
  }

  @Test
  void an_answer_that_nobody_asked_for_is_refused() {
    assertRefused(send(later(NEGOTIATE)));
    assertRefused(send(later(NEGOTIATE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60",
        "6000",
        "600206062b06",
        "6030060930",
        "a100",
        "a1023000",
        "a1820000",
        "a105300302017f",
        "600c06062b0601050502a0023000",
        "601006062b0601050502a0063004a0023000"
      })
  void what_is_malformed_is_refused(String token) {
    assertRefused(send(hex(token)));
  }

  /** Offers something else, is told to go on with NTLM, and comes as far as the proof. */
  private byte[] afterAnotherChoice(byte[] list) {
    Reply chosen = send(first(list, new byte[] {0x60, 0}));
    assertThat(token(chosen))
        .containsExactly(hex("a1153013a0030a0101a10c060a2b06010401823702020a"));
    return ALICE_BY_NTLM.authenticate(NEGOTIATE, challenge(send(later(NEGOTIATE))));
  }

  private Reply send(byte[] token) {
    return pool.post("c1", "Negotiate " + base64(token), TestingMessages.REQUEST);
  }

  private static void assertRefused(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(header(reply, "WWW-Authenticate")).isEqualTo("Negotiate|NTLM");
  }

  private static byte[] challenge(Reply reply) {
    byte[] token = token(reply);
    String text = new String(token, StandardCharsets.ISO_8859_1);
    return Arrays.copyOfRange(token, text.indexOf("NTLMSSP"), token.length);
  }

  private static byte[] token(Reply reply) {
    String header = header(reply, "WWW-Authenticate");
    assertThat(header).startsWith("Negotiate ");
    return Base64.getDecoder().decode(header.substring("Negotiate ".length()));
  }

  private static byte[] list(byte[]... mechanisms) {
    return der(0x30, mechanisms);
  }

  private static byte[] first(byte[] list, byte[] message) {
    byte[] fields = der(0x30, der(0xa0, list), der(0xa2, der(0x04, message)));
    return der(0x60, SPNEGO, der(0xa0, fields));
  }

  private static byte[] later(byte[] message) {
    return der(0xa1, der(0x30, der(0xa2, der(0x04, message))));
  }

  private static byte[] later(byte[] message, byte[] code) {
    return der(0xa1, der(0x30, der(0xa2, der(0x04, message)), der(0xa3, der(0x04, code))));
  }

  private static byte[] der(int tag, byte[]... contents) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    for (byte[] content : contents) {
      inner.writeBytes(content);
    }
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    outer.write(tag);
    if (inner.size() >= 256) {
      outer.write(0x82);
      outer.write(inner.size() >> 8);
    } else if (inner.size() >= 128) {
      outer.write(0x81);
    }
    outer.write(inner.size());
    outer.writeBytes(inner.toByteArray());
    return outer.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
