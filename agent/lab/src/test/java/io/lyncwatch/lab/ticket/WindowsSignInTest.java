package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE_BY_NTLM;
import static io.lyncwatch.lab.ticket.TestingPool.base64;
import static io.lyncwatch.lab.ticket.TestingPool.header;
import static io.lyncwatch.lab.ticket.TestingPool.headers;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.web.Reply;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsSignInTest {
  private static final byte[] NEGOTIATE = TestingNtlmClient.negotiate();

  private final TestingPool pool = new TestingPool();

  @Test
  void a_request_without_authorization_is_offered_both_schemes() {
    Reply reply = pool.post(TestingPool.SERVICE, TestingMessages.REQUEST);
    assertRefused(reply);
    assertThat(reply.body()).startsWith("<!DOCTYPE html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NTLM", "Negotiate"})
  void both_schemes_lead_to_a_ticket(String scheme) {
    byte[] answer = ALICE_BY_NTLM.authenticate(NEGOTIATE, pool.challenge("c1", scheme));
    assertThat(send("c1", scheme, answer).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "CONTOSO, alice",
    "contoso, ALICE",
    "'', alice@contoso.example",
    "'', Alice@Contoso.Example"
  })
  void a_user_is_known_by_account_and_by_upn(String domain, String name) {
    TestingNtlmClient client = new TestingNtlmClient(domain, name, "Pässword 1");
    assertThat(pool.signIn(client, TestingMessages.REQUEST).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "CONTOSO, alice, wrong",
    "CONTOSO, alice, pässword 1",
    "FABRIKAM, alice, Pässword 1",
    "CONTOSO, mallory, Pässword 1",
    "'', alice, Pässword 1"
  })
  void whoever_is_wrong_in_one_thing_is_refused(String domain, String name, String password) {
    TestingNtlmClient client = new TestingNtlmClient(domain, name, password);
    assertRefused(pool.signIn(client, TestingMessages.REQUEST));
  }

  @Test
  void a_client_without_integrity_code_is_let_in() {
    byte[] answer = ALICE_BY_NTLM.authenticateWithoutMic(pool.challenge("c1", "NTLM"));
    assertThat(send("c1", "NTLM", answer).status()).isEqualTo(200);
  }

  @Test
  void a_client_that_knows_no_unicode_is_understood() {
    int flags = 0x00088206;
    byte[] challenge = pool.challenge("c1", "NTLM", TestingNtlmClient.negotiate(flags));
    assertThat(littleEndian(challenge).getInt(20)).isEqualTo(0x02898206);
    byte[] answer = ALICE_BY_NTLM.authenticateWithoutMic(challenge, flags);
    assertThat(send("c1", "NTLM", answer).status()).isEqualTo(200);
  }

  @Test
  void a_client_that_knows_no_alphabet_is_refused() {
    byte[] negotiate = TestingNtlmClient.negotiate(TestingNtlmClient.FLAGS & ~3);
    assertRefused(pool.post("c1", "NTLM " + base64(negotiate), ""));
  }

  @Test
  void a_tampered_integrity_code_is_refused() {
    byte[] answer = ALICE_BY_NTLM.authenticate(NEGOTIATE, pool.challenge("c1", "NTLM"));
    answer[72] ^= 1;
    assertRefused(send("c1", "NTLM", answer));
  }

  @Test
  void an_integrity_code_over_another_type_1_is_refused() {
    byte[] other = TestingNtlmClient.negotiate(TestingNtlmClient.FLAGS & ~0x20000000);
    byte[] answer = ALICE_BY_NTLM.authenticate(other, pool.challenge("c1", "NTLM"));
    assertRefused(send("c1", "NTLM", answer));
  }

  @Test
  void an_answer_is_worth_nothing_on_another_connection() {
    byte[] answer = ALICE_BY_NTLM.authenticate(NEGOTIATE, pool.challenge("c1", "NTLM"));
    pool.challenge("c2", "NTLM");
    assertRefused(send("c2", "NTLM", answer));
    assertRefused(send("c3", "NTLM", answer));
    assertThat(send("c1", "NTLM", answer).status()).isEqualTo(200);
  }

  @Test
  void a_challenge_is_good_for_one_answer() {
    byte[] answer = ALICE_BY_NTLM.authenticate(NEGOTIATE, pool.challenge("c1", "NTLM"));
    assertThat(send("c1", "NTLM", answer).status()).isEqualTo(200);
    assertRefused(send("c1", "NTLM", answer));
  }

  @Test
  void a_wrong_answer_uses_up_its_challenge() {
    byte[] challenge = pool.challenge("c1", "NTLM");
    byte[] wrong =
        new TestingNtlmClient("CONTOSO", "alice", "x").authenticate(NEGOTIATE, challenge);
    byte[] right = ALICE_BY_NTLM.authenticate(NEGOTIATE, challenge);
    assertRefused(send("c1", "NTLM", wrong));
    assertRefused(send("c1", "NTLM", right));
  }

  @Test
  void the_oldest_challenge_is_forgotten_when_too_many_are_open() {
    byte[] answer = ALICE_BY_NTLM.authenticate(NEGOTIATE, pool.challenge("first", "NTLM"));
    for (int i = 0; i < 4096; i++) {
      pool.challenge("later " + i, "NTLM");
    }
    assertRefused(send("first", "NTLM", answer));
  }

  @Test
  void ntlm_version_1_is_refused() {
    assertRefused(send("c1", "NTLM", ALICE_BY_NTLM.authenticateV1(pool.challenge("c1", "NTLM"))));
  }

  @Test
  void nobody_is_refused() {
    pool.challenge("c1", "NTLM");
    assertRefused(send("c1", "NTLM", TestingNtlmClient.anonymous()));
  }

  @Test
  void a_right_answer_under_the_flag_of_nobody_is_refused() {
    byte[] answer = ALICE_BY_NTLM.authenticateWithoutMic(pool.challenge("c1", "NTLM"));
    answer[61] |= 0x08;
    assertRefused(send("c1", "NTLM", answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic Y29udG9zb1xhbGljZTp4",
        "NTLM",
        "NTLM !!!",
        "NTLM YIIB",
        "Negotiate TlRMTQ=="
      })
  void what_is_not_ntlm_is_asked_again(String authorization) {
    assertRefused(pool.post("c1", authorization, TestingMessages.REQUEST));
  }

  @Test
  void the_challenge_tells_who_asks_and_when() {
    AvPairs pairs =
        AvPairs.read(TestingNtlmClient.targetInformation(pool.challenge("c1", "NTLM")))
            .orElseThrow();
    assertThat(text(pairs, 2)).isEqualTo("CONTOSO");
    assertThat(text(pairs, 1)).isEqualTo("FE01");
    assertThat(text(pairs, 4)).isEqualTo("contoso.example");
    assertThat(text(pairs, 3)).isEqualTo("fe01.contoso.example");
    assertThat(littleEndian(pairs.value(7).orElseThrow()).getLong())
        .isEqualTo((pool.instant().getEpochSecond() + 11_644_473_600L) * 10_000_000L);
  }

  @Test
  void the_challenge_has_the_flags_of_windows() {
    assertThat(littleEndian(pool.challenge("c1", "NTLM")).getInt(20)).isEqualTo(0xe2898215);
  }

  @Test
  void no_two_challenges_are_alike() {
    byte[] one = pool.challenge("c1", "NTLM");
    byte[] two = pool.challenge("c1", "NTLM");
    assertThat(littleEndian(one).getLong(24)).isNotEqualTo(littleEndian(two).getLong(24));
  }

  private Reply send(String connection, String scheme, byte[] message) {
    return pool.post(connection, scheme + " " + base64(message), TestingMessages.REQUEST);
  }

  private static void assertRefused(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(headers(reply, "WWW-Authenticate")).containsExactly("Negotiate", "NTLM");
    assertThat(header(reply, "X-MS-Server-Fqdn")).isEqualTo("fe01.contoso.example");
  }

  private static String text(AvPairs pairs, int id) {
    Optional<byte[]> value = pairs.value(id);
    return new String(value.orElseThrow(), StandardCharsets.UTF_16LE);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
