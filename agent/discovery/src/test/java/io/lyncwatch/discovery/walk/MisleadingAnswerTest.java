package io.lyncwatch.discovery.walk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a walk goes on as phones do, and what it says where it cannot. */
@Timeout(60)
class MisleadingAnswerTest {
  private static final SipDomain DOMAIN = new SipDomain("contoso.example");
  private static final String HERE = "http://lyncdiscover.contoso.example";
  private static final String USER = link("User", HERE + "/user");
  private static final String NOTHING =
      "HTTP/1.1 404 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";

  private final List<String> asked = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><title>Parked</title><AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse>",
        "<AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse><title>Parked</title>"
      })
  void a_page_that_quotes_a_document_is_named_by_its_title(String page) throws IOException {
    Report report = walk(document(page.formatted(USER)));

    assertThat(leadsOn(report)).isFalse();
    assertThat(found(report, Reason.HTTP_NOT_LYNC).evidence())
        .containsEntry("page", ", a web page titled 'Parked'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF<a:AutodiscoverResponse xmlns:a=\"urn:x\"><!-- x --><a:Root><![CDATA[<x>]]>"
            + "<a:Link token=\" user \" href=\" http://lyncdiscover.contoso.example/user\n\"/>"
            + "</a:Root></a:AutodiscoverResponse>",
        "<AutodiscoverResponse><Root><Link token=\"User\" href=\"user\"/></Root>"
            + "</AutodiscoverResponse>",
        "<AutodiscoverResponse><Root><Link token=\"User\" href=\"/user\"/>"
            + "<Link token=\"Intranet/Lunch\" href=\"/lunch\"/></Root></AutodiscoverResponse>",
        "{\"ROOT\":{\"LINKS\":{\"TOKEN\":\"USER\",\"HREF\":\"/user\"}}}"
      })
  void what_real_clients_accept_leads_on_without_a_word(String root) throws IOException {
    Report report = walk(document(root), refusal("X-MS-WebTicketURL: /ticket"), NOTHING);

    assertThat(leadsOn(report)).isTrue();
    assertThat(asked).contains("GET /user HTTP/1.1");
    assertThat(report.findings())
        .extracting(Finding::reason)
        .doesNotContain(Reason.ROOT_MALFORMED, Reason.DOCUMENT_MALFORMED, Reason.HTTP_NOT_LYNC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_tells_how_a_document_is_written(String charset) throws IOException {
    String root = "\uFEFF<AutodiscoverResponse><Root>" + USER + "</Root></AutodiscoverResponse>";
    String bytes = new String(root.getBytes(Charset.forName(charset)), ISO_8859_1);
    Report report =
        walk(
            answer(bytes, "application/vnd.microsoft.rtc.autodiscover+xml; charset=us-ascii"),
            refusal("X-MS-WebTicketURL: /ticket"),
            NOTHING);

    assertThat(leadsOn(report)).isTrue();
  }

  @Test
  void a_redirect_is_followed_whatever_stands_beside_it() throws IOException {
    Report report =
        walk(
            document(root(USER + link("Redirect", HERE + "/next"))),
            document(root(USER)),
            refusal("X-MS-WebTicketURL: /ticket"),
            NOTHING);

    assertThat(asked).contains("GET /next HTTP/1.1");
    assertThat(leadsOn(report)).isTrue();
    assertThat(said(report)).anyMatch(words -> words.contains("the link User beside Redirect"));
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:go(), its scheme is javascript",
    "http://lyncdiscover.contoso.example:70000/, its port is out of range",
    "http://lyncdiscover.contoso.example/&#13;&#10;Evil:, it holds the character U+000D",
    "http://lyncdiscover.contoso.example/&#x202e;, it holds the character U+202E",
    "'', it is empty"
  })
  void a_link_that_leads_nowhere_is_named_with_what_is_wrong_with_it(String href, String why)
      throws IOException {
    for (String token : List.of("User", "Redirect")) {
      Finding malformed = found(walk(document(root(link(token, href)))), Reason.ROOT_MALFORMED);

      assertThat(malformed.evidence().get("detail"))
          .contains("the link " + token + " has no usable URL: '" + shown(href))
          .endsWith(why);
      assertThat(malformed.cause()).contains(why);
    }
  }

  @Test
  void a_link_beside_the_way_that_leads_nowhere_is_told_in_passing() throws IOException {
    Report report =
        walk(
            document(root(USER + link("OAuth", "javascript:x"))),
            refusal("X-MS-WebTicketURL: /ticket"),
            NOTHING);

    assertThat(leadsOn(report)).isTrue();
    assertThat(said(report)).anyMatch(words -> words.contains("its scheme is javascript"));
    assertThat(report.findings())
        .noneMatch(found -> found.severity() == Severity.ERROR && found.stage() == Stage.ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WWW-Authenticate: Negotiate, MsRtcOAuth href=\"/token\",grant_type=\"password\", NTLM",
        "WWW-Authenticate: MsRtcOAuth href=/token,grant_type=password",
        "WWW-Authenticate: MsRtcOAuth grant_type=\"a,password\",href=\"/token, NTLM",
        "WWW-Authenticate: Bearer realm=\"a, MsRtcOAuth\", MsRtcOAuth href=\"/token"
      })
  void the_endpoint_of_tokens_is_found_however_the_line_is_quoted(String header)
      throws IOException {
    Report report = walk(document(root(USER)), refusal(header), NOTHING);

    assertThat(leadsOn(report)).isTrue();
    assertThat(said(report))
        .anyMatch(words -> words.contains("bearer tokens at " + HERE + "/token"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Negotiate, NTLM, Basic realm=\"A, Inc\"|Negotiate, NTLM, Basic",
        "Basic realm=\"A, NTLM|Basic, NTLM",
        "MsRtcOAuth|MsRtcOAuth"
      })
  void what_a_refusal_offers_in_the_place_of_tickets_is_listed(String offer, String listed)
      throws IOException {
    Report report = walk(document(root(USER)), refusal("WWW-Authenticate: " + offer), NOTHING);

    assertThat(found(report, Reason.CHALLENGE_NO_TICKET_URL).evidence())
        .containsEntry("offered", " and offering " + listed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-MS-WebTicketURL: javascript:x|it names 'javascript:x', its scheme is javascript",
        "X-MS-WebTicketURL: https://web.contoso.example:70000/WebTicket"
            + "|it names 'https://web.contoso.example:70000/WebTicket', its port is out of range",
        "X-MS-WebTicketURL:|it names '', it is empty",
        "WWW-Authenticate: MsRtcOAuth href=\"file:///token\"|it names 'file:///token',"
            + " its scheme is file"
      })
  void a_ticket_service_that_nobody_could_ask_is_named(String header, String detail)
      throws IOException {
    Finding malformed =
        found(walk(document(root(USER)), refusal(header), NOTHING), Reason.DOCUMENT_MALFORMED);

    assertThat(malformed.stage()).isEqualTo(Stage.CHALLENGE);
    assertThat(malformed.cause())
        .isEqualTo(
            HERE
                + "/user answered, but not with the URL of a service that issues tickets ("
                + detail
                + ").");
  }

  @Test
  void a_ticket_service_that_nobody_could_ask_beside_one_that_can_be_asked_is_told_in_passing()
      throws IOException {
    Report report =
        walk(
            document(root(USER)),
            refusal(
                "X-MS-WebTicketURL: javascript:x\r\n"
                    + "WWW-Authenticate: MsRtcOAuth href=\"/token\",grant_type=\"password\""),
            NOTHING);

    assertThat(leadsOn(report)).isTrue();
    assertThat(found(report, Reason.DOCUMENT_MALFORMED).severity()).isEqualTo(Severity.WARNING);
  }

  private static String shown(String href) {
    return href.replaceFirst("&.*", "");
  }

  private static Finding found(Report report, Reason reason) {
    return report.findings().stream()
        .filter(finding -> finding.reason() == reason)
        .findFirst()
        .orElseThrow(() -> new AssertionError("found: " + report.findings()));
  }

  private static List<String> said(Report report) {
    return report.stages().stream()
        .flatMap(stage -> stage.steps().stream())
        .map(StageResult.Step::answered)
        .toList();
  }

  /** Far enough to be told who issues tickets. */
  private static boolean leadsOn(Report report) {
    return report.stages().stream()
        .filter(stage -> stage.stage() == Stage.CHALLENGE)
        .anyMatch(StageResult::success);
  }

  private static String link(String token, String href) {
    return "<Link token=\"" + token + "\" href=\"" + href + "\"/>";
  }

  private static String root(String links) {
    return "<AutodiscoverResponse><Root>" + links + "</Root></AutodiscoverResponse>";
  }

  private static String document(String body) {
    String form = body.contains("{\"") ? "json" : "xml";
    String bytes = new String(body.getBytes(StandardCharsets.UTF_8), ISO_8859_1);
    return answer(bytes, "application/vnd.microsoft.rtc.autodiscover+" + form + "; v=1");
  }

  /**
   * A whole answer of the service.
   *
   * @param bytes a character for each
   */
  private static String answer(String bytes, String type) {
    return "HTTP/1.1 200 OK\r\nX-MS-Server-Fqdn: fe01\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + bytes.length()
        + "\r\n\r\n"
        + bytes;
  }

  private static String refusal(String header) {
    return "HTTP/1.1 401 No\r\nX-MS-Server-Fqdn: fe01\r\n"
        + header
        + "\r\nContent-Length: 0\r\n\r\n";
  }

  /** The answers one after the other on one connection. */
  private Report walk(String... answers) throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) ->
            out.write(answers[Math.min(request, answers.length - 1)].getBytes(ISO_8859_1)))) {
      EntryWalk walk =
          new EntryWalk(
              TestingNetwork.of(server.port(), server.port(), Duration.ofSeconds(5)),
              new TrustRule(DOMAIN, Set.of()),
              Discovery.byRecords(Expectations.DEFAULT),
              new EntryPoint.Published(DiscoveryRecord.LYNCDISCOVER, DOMAIN),
              Representation.LEGACY_XML);
      Report report =
          walk.run(new TargetId(ProbeKind.ENTRY, View.ANY, DOMAIN.name(), "lyncdiscover"));
      server.heads().stream().map(head -> head.lines().findFirst().orElse("")).forEach(asked::add);
      return report;
    }
  }
}
