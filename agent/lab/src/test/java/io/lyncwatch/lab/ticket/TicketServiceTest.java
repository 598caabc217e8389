package io.lyncwatch.lab.ticket;

import static io.lyncwatch.lab.ticket.TestingPool.ALICE_BY_NTLM;
import static io.lyncwatch.lab.ticket.TestingPool.SERVICE;
import static io.lyncwatch.lab.ticket.TestingPool.header;
import static io.lyncwatch.lab.ticket.TestingPool.withTicket;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.web.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketServiceTest {
  private final TestingPool pool = new TestingPool();

  @Test
  void the_metadata_names_four_ports_on_the_web_name() {
    Reply reply = pool.get(SERVICE + "/mex");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(header(reply, "Content-Type")).isEqualTo("text/xml; charset=utf-8");
    String url = "https://lyncweb.contoso.example/WebTicket/WebTicketService.svc";
    assertThat(reply.body())
        .contains(port("WebTicketServiceWinNegotiate", url))
        .contains(port("WebTicketServiceAnon", url + "/Anon"))
        .contains(port("WebTicketServiceAuth", url + "/Auth"))
        .contains(port("WebTicketServiceCert", url + "/cert"));
    assertThat(Xml.read(reply.body()))
        .hasValueSatisfying(root -> assertThat(root.getNodeName()).isEqualTo("wsdl:definitions"));
  }

  @Test
  void paths_are_compared_without_regard_to_case() {
    assertThat(pool.get("/webticket/WEBTICKETSERVICE.SVC/Mex").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /WebTicket/WebTicketService.svc, 401",
    "GET, /WebTicket/WebTicketService.svc/Auth, 405",
    "POST, /WebTicket/WebTicketService.svc/mex, 405",
    "POST, /WebTicket/WebTicketService.svc/Anon, 500",
    "POST, /WebTicket/oauthtoken, 404",
    "GET, /WebTicket/, 404"
  })
  void other_requests_are_refused_under_the_servers_name(String method, String path, int expected) {
    Reply reply = pool.service.answer(TestingPool.request("c1", method, path, Map.of(), ""));
    assertThat(reply.status()).isEqualTo(expected);
    assertThat(header(reply, "X-MS-Server-Fqdn")).isEqualTo("fe01.contoso.example");
  }

  @Test
  void the_answer_repeats_the_context_and_says_eight_hours() {
    Reply reply = pool.signIn(ALICE_BY_NTLM, TestingMessages.REQUEST);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains("Context=\"0d3c2e31-bb96-4d1f-bb75-a07c09e06a55\"")
        .contains(">2026-11-23T08:00:00Z</wsu:Created>")
        .contains(">2026-11-23T16:00:00Z</wsu:Expires>")
        .containsPattern("<Entropy><BinarySecret>[A-Za-z0-9+/]{43}=</BinarySecret></Entropy>");
  }

  @Test
  void a_hostile_context_stays_one_attribute() {
    String hostile = "Context=\"&quot;>&lt;x/>&#10;&amp;\"";
    String body = TestingMessages.REQUEST.replaceFirst("Context=\"[^\"]*\"", hostile);
    Reply reply = pool.signIn(ALICE_BY_NTLM, body);
    assertThat(reply.body()).contains("Context=\"&quot;&gt;&lt;x/&gt;&#10;&amp;\"");
    assertThat(Xml.read(reply.body())).isPresent();
  }

  @Test
  void the_ticket_names_audience_and_user_and_starts_as_real_ones_do() {
    assertThat(pool.ticket())
        .startsWith("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:1.0:assertion\" Major")
        .contains("<saml:Audience>https://lyncweb.contoso.example/</saml:Audience>")
        .contains(">sip:alice@contoso.example</saml:NameIdentifier>")
        .contains("NotOnOrAfter=\"2026-11-23T16:00:00.000Z\"");
  }

  @Test
  void no_two_tickets_are_alike() {
    assertThat(pool.ticket()).isNotEqualTo(pool.ticket());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00:00Z, 2026-11-23T08:15:00Z, PT15M",
    "2020-01-01T00:00:00Z, 2020-01-01T00:15:00Z, PT15M",
    "2026-11-23T08:00:00Z, 2026-11-24T08:00:00Z, PT8H",
    "2026-11-23T10:00:00+02:00, 2026-11-23T08:01:00Z, PT1M"
  })
  void a_ticket_lasts_as_long_as_was_asked_for_but_not_longer_than_eight_hours(
      String created, String expires, Duration expected) {
    Reply reply = pool.signIn(ALICE_BY_NTLM, TestingMessages.asking(created, expires));
    String ticket = TestingPool.assertion(reply);
    assertThat(reply.body()).contains(pool.instant().plus(expected) + "</wsu:Expires>");
    pool.advance(expected.minusSeconds(1));
    assertThat(pool.verifier.verify(withTicket(ticket))).isInstanceOf(TicketVerdict.Valid.class);
    pool.advance(Duration.ofSeconds(1));
    assertThat(pool.verifier.verify(withTicket(ticket))).isInstanceOf(TicketVerdict.Invalid.class);
  }

  @Test
  void a_ticket_that_ends_before_it_starts_is_a_fault() {
    String body = TestingMessages.asking("2026-11-23T09:00:00Z", "2026-11-23T08:00:00Z");
    assertThat(pool.signIn(ALICE_BY_NTLM, body).body()).contains(":InvalidTimeRange<");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip:bob@contoso.example", "alice@contoso.example"})
  void a_claim_to_another_address_is_a_trust_fault(String claim) {
    String body = TestingMessages.REQUEST.replace("sip:alice@contoso.example", claim);
    Reply reply = pool.signIn(ALICE_BY_NTLM, body);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body())
        .contains(
            "The SIP URI in the claim type requirements of the web ticket request does not match"
                + " the SIP URI associated with the presented credentials.");
  }

  @Test
  void a_claim_is_compared_without_regard_to_case() {
    String body =
        TestingMessages.REQUEST.replace("sip:alice@contoso.example", "SIP:Alice@Contoso.Example");
    assertThat(pool.signIn(ALICE_BY_NTLM, body).status()).isEqualTo(200);
  }

  @Test
  void a_user_who_is_not_enabled_is_told_so_in_a_header() {
    Reply reply =
        pool.signIn(new TestingNtlmClient("CONTOSO", "bob", "secret"), TestingMessages.REQUEST);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(header(reply, "X-Ms-diagnostics"))
        .isEqualTo(
            "28000;source=\"fe01.contoso.example\";reason=\"User is not SIP enabled.\";"
                + "fault=\"wsse:FailedAuthentication\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTOSO\\alice", "contoso\\Alice", "alice@contoso.example"})
  void name_and_password_lead_to_a_ticket(String name) {
    Reply reply = pool.post(SERVICE + "/Auth", TestingMessages.logon(name, "Pässword 1"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(pool.verifier.verify(withTicket(TestingPool.assertion(reply))))
        .isEqualTo(new TicketVerdict.Valid(TestingPool.ALICE));
  }

  @ParameterizedTest
  @CsvSource({
    "CONTOSO\\alice, wrong",
    "CONTOSO\\alice, ''",
    "alice, Pässword 1",
    "FABRIKAM\\alice, Pässword 1",
    "'', ''"
  })
  void a_wrong_name_or_password_is_fault_28020(String name, String password) {
    Reply reply = pool.post(SERVICE + "/Auth", TestingMessages.logon(name, password));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(header(reply, "Content-Type")).isEqualTo("text/xml; charset=utf-8");
    assertThat(reply.body()).contains(FAULT_28020);
  }

  @Test
  void a_request_without_any_logon_is_fault_28020() {
    assertThat(pool.post(SERVICE + "/Auth", TestingMessages.REQUEST).body()).contains(FAULT_28020);
  }

  @Test
  void a_password_that_is_right_for_a_user_who_is_not_enabled_is_fault_28000() {
    Reply reply = pool.post(SERVICE + "/Auth", TestingMessages.logon("CONTOSO\\bob", "secret"));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).contains("<ErrorId>28000</ErrorId>");
  }

  @Test
  void a_request_does_not_show_its_password() {
    String message = TestingMessages.logon("CONTOSO\\alice", "Pässword 1");
    assertThat(TicketRequest.read(message).orElseThrow().toString())
        .contains("CONTOSO\\alice")
        .doesNotContain("Pässword 1");
  }

  @Test
  void a_message_of_another_media_type_is_not_read() {
    Map<String, List<String>> json = Map.of("content-type", List.of("application/json"));
    Reply reply =
        pool.service.answer(
            TestingPool.request(
                "c1",
                "POST",
                SERVICE + "/Auth",
                json,
                TestingMessages.logon("CONTOSO\\alice", "Pässword 1")));
    assertThat(reply.status()).isEqualTo(415);
  }

  private static final String FAULT_28020 =
      """
      <s:Fault><faultcode xmlns:a="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-\
      wssecurity-secext-1.0.xsd">a:FailedAuthentication</faultcode>\
      <faultstring xml:lang="en-US">No valid security token.</faultstring>\
      <detail><OCSDiagnosticsFault xmlns="urn:component:Microsoft.Rtc.WebAuthentication.2010" \
      xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Ms-Diagnostics-Fault>\
      <ErrorId>28020</ErrorId><Reason>No valid security token.</Reason></Ms-Diagnostics-Fault>\
      <NameValuePairs xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"/>\
      </OCSDiagnosticsFault></detail></s:Fault>\
      """;

  private static String port(String name, String location) {
    return "<wsdl:port name=\"%1$s\" binding=\"tns:%1$s\"><soap:address location=\"%2$s\"/>"
        .formatted(name, location);
  }
}
