package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE_BY_NTLM;
import static io.lyncwatch.lab.ticket.TestingPool.SERVICE;
import static io.lyncwatch.lab.ticket.TestingPool.base64;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.web.Reply;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the service answers with one of its own refusals. */
class HostileInputTest {
  private static final int ROUNDS = 1000;

  private final TestingPool pool = new TestingPool();

  @Test
  void mutated_requests_are_understood_or_refused() {
    Random random = new Random(20261123);
    String message = TestingMessages.logon("CONTOSO\\alice", "Pässword 1");
    for (int round = 0; round < ROUNDS; round++) {
      Reply reply = pool.post(SERVICE + "/Auth", mutated(message, random));
      assertThat(reply.status()).isIn(200, 500);
      assertThat(Xml.read(reply.body())).isPresent();
    }
  }

  @Test
  void mutated_ticket_requests_are_understood_or_refused() {
    Random random = new Random(4711);
    String message = TestingMessages.asking("2026-11-23T08:00:00Z", "2026-11-23T08:15:00Z");
    int understood = 0;
    for (int round = 0; round < ROUNDS; round++) {
      understood += TicketRequest.read(mutated(message, random)).isPresent() ? 1 : 0;
    }
    assertThat(understood).isBetween(1, ROUNDS - 1);
  }

  @Test
  void an_answer_with_one_bit_altered_is_refused() {
    Random random = new Random(42);
    byte[] negotiate = TestingNtlmClient.negotiate();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] answer = ALICE_BY_NTLM.authenticate(negotiate, pool.challenge("c1", "NTLM"));
      answer[random.nextInt(answer.length)] ^= (byte) (1 << random.nextInt(8));
      Reply reply = pool.post("c1", "NTLM " + base64(answer), TestingMessages.REQUEST);
      assertThat(reply.status()).isEqualTo(401);
    }
  }

  @Test
  void cut_messages_of_ntlm_are_refused() {
    byte[] negotiate = TestingNtlmClient.negotiate();
    int length = ALICE_BY_NTLM.authenticate(negotiate, pool.challenge("c1", "NTLM")).length;
    for (int cut = 0; cut < length; cut++) {
      byte[] answer = ALICE_BY_NTLM.authenticate(negotiate, pool.challenge("c1", "NTLM"));
      byte[] shorter = Arrays.copyOf(answer, cut);
      Reply reply = pool.post("c1", "NTLM " + base64(shorter), TestingMessages.REQUEST);
      assertThat(reply.status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE s:Envelope>",
        "<!DOCTYPE s:Envelope [<!ENTITY e \"alice\">]>",
        "<!DOCTYPE s:Envelope SYSTEM \"file:///etc/hostname\">"
      })
  void a_dtd_is_refused(String dtd) {
    String message = TestingMessages.logon("CONTOSO\\alice", "Pässword 1");
    assertThat(pool.post(SERVICE + "/Auth", message).status()).isEqualTo(200);
    assertThat(pool.post(SERVICE + "/Auth", dtd + message).body()).contains(":InvalidRequest<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trust/Issue|trust/Renew",
        "#SAMLV1.1|#SAMLV2.0",
        "<wst:RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</wst:RequestType>|",
        "https://lyncweb.contoso.example/|not a URL",
        ":authclaims|:otherclaims",
        "claims/uri|claims/name",
        "AAECAwQF|!!!!",
        "ws-trust/200512\"|ws-trust/200502\"",
        "soap/envelope/|soap12/envelope/"
      })
  void a_request_that_breaks_one_rule_is_an_invalid_request(String change) {
    String[] parts = change.split("\\|", 2);
    Reply reply = pool.signIn(ALICE_BY_NTLM, TestingMessages.REQUEST.replace(parts[0], parts[1]));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).contains(":InvalidRequest<");
  }

  @Test
  void a_date_that_is_none_is_an_invalid_request() {
    String message = TestingMessages.asking("today", "tomorrow");
    assertThat(pool.signIn(ALICE_BY_NTLM, message).body()).contains(":InvalidRequest<");
  }

  @Test
  void too_long_or_too_deep_a_message_is_refused() {
    String message = TestingMessages.logon("CONTOSO\\alice", "Pässword 1");
    String deep = "<a>".repeat(100) + "</a>".repeat(100) + "</s:Body>";
    assertThat(Xml.read(message + " ".repeat(70_000))).isEmpty();
    assertThat(Xml.read(message.replace("</s:Body>", deep))).isEmpty();
    assertThat(Xml.read(message)).isPresent();
  }

  private static String mutated(String message, Random random) {
    StringBuilder text = new StringBuilder(message);
    for (int change = 1 + random.nextInt(3); change > 0; change--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(0x250));
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, "<>&\"'/ \0]".charAt(random.nextInt(9)));
        default -> text.setLength(at + 1);
      }
    }
    return text.toString();
  }
}
