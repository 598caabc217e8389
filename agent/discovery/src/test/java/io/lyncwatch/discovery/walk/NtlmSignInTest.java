package io.lyncwatch.discovery.walk;

import static io.lyncwatch.discovery.walk.TestingJourney.ALICE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.AddressBook;
import io.lyncwatch.discovery.http.Connections;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.ticket.TicketRequest;
import io.lyncwatch.discovery.tls.Issued;
import io.lyncwatch.discovery.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers make of NTLM that are old, odd or hostile, and what becomes of the secret. */
@Timeout(60)
class NtlmSignInTest {
  private static final URI PORT = URI.create("https://pool.contoso.example/WebTicket");

  /** Type 2 with a time stamp, by hand: flags e28a8235, 12 bytes of pairs at 56. */
  private static final String CHALLENGE =
      base64(
          "4e544c4d53535000020000000000000038000000"
              + "35828ae2"
              + "0123456789abcdef0000000000000000"
              + "1000100038000000"
              + "0a00ba470000000f"
              + "070008000090d336b734c30100000000");

  private static final String REJECTED = base64("a1073005a0030a0102");
  private static final String KERBEROS_CHOSEN = base64("a10f300da10b06092a864886f712010202");

  private static final Issued SERVER =
      Issued.named("CN=pool.contoso.example")
          .dns("pool.contoso.example")
          .valid("2020-01-01", "2100-01-01")
          .issue();

  private final StageNotes notes = new StageNotes(Stage.TICKET);
  private final TestingAttempt attempt = new TestingAttempt();

  @Test
  void a_challenge_under_the_own_name_is_answered_on_the_same_connection() throws IOException {
    List<String> heads = signIn(401, "NTLM", "NTLM " + CHALLENGE, "NTLM");

    assertThat(authorizations(heads)).containsExactly("NTLM 1", "NTLM 3");
    assertThat(reasons()).containsExactly(Reason.AUTH_REJECTED);
    assertThat(attempt.sent()).isEqualTo(1);
  }

  @Test
  void negotiate_alone_gets_the_messages_wrapped() throws IOException {
    List<String> heads = signIn(401, "Negotiate", "Negotiate " + wrapped(CHALLENGE), "Negotiate");

    assertThat(authorizations(heads)).containsExactly("Negotiate offer", "Negotiate reply");
    assertThat(reasons()).containsExactly(Reason.AUTH_REJECTED);
  }

  @Test
  void a_server_that_refuses_the_wrapping_gets_the_messages_bare() throws IOException {
    List<String> heads =
        signIn(401, "Negotiate", "Negotiate " + REJECTED, "Negotiate " + CHALLENGE, "Negotiate");

    assertThat(authorizations(heads))
        .containsExactly("Negotiate offer", "Negotiate 1", "Negotiate 3");
    assertThat(attempt.sent()).isEqualTo(1);
  }

  @Test
  void a_server_that_does_not_go_on_under_the_own_name_is_tried_under_negotiate()
      throws IOException {
    List<String> heads =
        signIn(
            401,
            "NTLM, Negotiate",
            "NTLM, Negotiate",
            "Negotiate " + wrapped(CHALLENGE),
            "Negotiate");

    assertThat(authorizations(heads))
        .containsExactly("NTLM 1", "Negotiate offer", "Negotiate reply");
  }

  @Test
  void after_a_proof_nothing_more_is_tried() throws IOException {
    List<String> heads = signIn(401, "NTLM, Negotiate", "NTLM " + CHALLENGE, "NTLM, Negotiate");

    assertThat(authorizations(heads)).containsExactly("NTLM 1", "NTLM 3");
    assertThat(attempt.sent()).isEqualTo(1);
  }

  @Test
  void an_endless_401_is_left_after_one_try_of_each_form_and_without_a_proof() throws IOException {
    List<String> heads = signIn(401, "NTLM, Negotiate");

    assertThat(authorizations(heads)).containsExactly("NTLM 1", "Negotiate offer", "Negotiate 1");
    assertThat(reasons()).containsExactly(Reason.AUTH_CHALLENGE_UNUSABLE);
    assertThat(attempt.sent()).isZero();
  }

  @Test
  void a_service_that_breaks_on_the_first_message_is_not_tried_otherwise() throws IOException {
    List<String> heads = signIn(503, "NTLM, Negotiate", "x");

    assertThat(authorizations(heads)).containsExactly("NTLM 1");
    assertThat(reasons()).containsExactly(Reason.TICKET_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "4e544c4d5353500002000000, no NTLM message",
    "584c4d535350000200000000000000003800000035828ae20123456789abcdef000000000000000010001000, "
        + "no NTLM message",
    "4e544c4d5353500002000000000000003800000035828ae20123456789abcdef0000000000000000ffffffff"
        + "38000000, cut off",
    "4e544c4d53535000020000000000000038000000358202e20123456789abcdef000000000000000010001000"
        + "38000000, NTLM"
  })
  void a_bad_challenge_is_named_and_not_answered(String hex, String why) throws IOException {
    signIn(401, "NTLM", "NTLM " + base64(hex));

    assertThat(reasons()).containsExactly(Reason.AUTH_CHALLENGE_UNUSABLE);
    assertThat(notes.findings().getFirst().evidence().get("diagnostics")).contains(why);
    assertThat(attempt.sent()).isZero();
  }

  @Test
  void a_mechanism_that_was_not_offered_is_not_followed() throws IOException {
    signIn(401, "Negotiate", "Negotiate " + KERBEROS_CHOSEN);

    assertThat(reasons()).containsExactly(Reason.AUTH_CHALLENGE_UNUSABLE);
    assertThat(attempt.sent()).isZero();
  }

  private List<Reason> reasons() {
    return notes.findings().stream().map(Finding::reason).toList();
  }

  /**
   * @param later the status of all answers but the first, which is a 401
   * @param offers what the WWW-Authenticate line of each answer says; the last one from then on
   */
  private List<String> signIn(int later, String... offers) throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.secure(
            SERVER,
            (request, out) ->
                out.write(
                    "HTTP/1.1 %d Some\r\nWWW-Authenticate: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(
                            request == 0 ? 401 : later,
                            offers[Math.min(request, offers.length - 1)])
                        .getBytes(US_ASCII)))) {
      Network network =
          TestingNetwork.of(
              1, server.port(), Duration.ofSeconds(10), Trust.of(List.of(SERVER.certificate())));
      try (Connections connections = new Connections(network, new AddressBook(network))) {
        assertThat(
                new NtlmSignIn(
                        new TicketDesk(
                            TestingJourney.of(network, connections),
                            notes,
                            attempt,
                            ALICE,
                            new Suspects(Optional.empty(), false)),
                        new Credential(new UserName("CONTOSO", "alice"), new Secret("secret")),
                        InstantSource.system(),
                        new Random(1))
                    .signIn(
                        PORT,
                        new TicketRequest(new Random(2))
                            .integrated(ALICE, "https://pool.contoso.example/user")))
            .isEmpty();
      }
      return server.heads();
    }
  }

  /** Scheme and kind of what the requests carried. */
  private static List<String> authorizations(List<String> heads) {
    return heads.stream()
        .flatMap(head -> Arrays.stream(head.split("\r\n", -1)))
        .filter(line -> line.startsWith("Authorization: "))
        .map(line -> line.split(" ", 3))
        .map(parts -> parts[1] + " " + kind(Base64.getDecoder().decode(parts[2])))
        .toList();
  }

  private static String kind(byte[] token) {
    return switch (token[0] & 0xff) {
      case 0x60 -> "offer";
      case 0xa1 -> "reply";
      default -> Integer.toString(token[8]);
    };
  }

  /** NegTokenResp: accept-incomplete, NTLM, the token; all lengths below 128. */
  private static String wrapped(String token) {
    byte[] inner = Base64.getDecoder().decode(token);
    String head = "a0030a0101a10c060a2b06010401823702020a";
    String hex =
        "a1%02x30%02x%sa2%02x04%02x%s"
            .formatted(
                inner.length + 25,
                inner.length + 23,
                head,
                inner.length + 2,
                inner.length,
                HexFormat.of().formatHex(inner));
    return base64(hex);
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
