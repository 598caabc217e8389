package io.lyncwatch.discovery.walk;

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
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.report.TargetId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A document is read by its body; that it is labelled otherwise is told, and hinders nothing. */
@Timeout(60)
class UnexpectedFormTest {
  private static final SipDomain DOMAIN = new SipDomain("contoso.example");
  private static final String HERE = "http://lyncdiscover.contoso.example";
  private static final String NO_METADATA =
      "HTTP/1.1 404 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
  private static final String LEGACY = "application/vnd.microsoft.rtc.autodiscover+xml; v=1";

  static Stream<Arguments> wrongLabels() {
    return Arrays.stream(Representation.values())
        .flatMap(form ->
            Stream.of("", "text/plain", "text/html; charset=utf-8", "application/x", "%s;\\")
                .map(type -> Arguments.of(form, type)));
  }

  @ParameterizedTest
  @MethodSource("wrongLabels")
  void a_document_with_a_wrong_label_leads_on(Representation form, String type) throws IOException {
    Report report = walk(form, answer(root(form), type), ticketRefusal(), NO_METADATA);

    assertThat(leadsOn(report)).isTrue();
    assertThat(remarks(report)).containsExactly(Severity.INFO);
    assertThat(report.findings())
        .noneMatch(
            finding -> finding.severity() == Severity.ERROR && finding.stage() == Stage.ROOT);
  }

  @ParameterizedTest
  @EnumSource(Representation.class)
  void a_document_labelled_as_it_was_asked_for_is_not_remarked_upon(Representation form)
      throws IOException {
    Report report = walk(form, answer(root(form), form.accept()), ticketRefusal(), NO_METADATA);

    assertThat(leadsOn(report)).isTrue();
    assertThat(remarks(report)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Representation.class,
      names = {"LEGACY_JSON", "UCWA_JSON", "UCWA_XML"})
  void a_server_that_ignores_what_is_asked_for_is_followed(Representation asked)
      throws IOException {
    String root = root(Representation.LEGACY_XML);
    Report report = walk(asked, answer(root, LEGACY), ticketRefusal(), NO_METADATA);

    assertThat(leadsOn(report)).isTrue();
    assertThat(remarks(report)).containsExactly(Severity.INFO);
  }

  @ParameterizedTest
  @EnumSource(Representation.class)
  void a_label_of_the_other_syntax_is_remarked_upon(Representation form) throws IOException {
    boolean xml = root(form).startsWith("<");
    String body = root(xml ? Representation.LEGACY_JSON : Representation.LEGACY_XML);
    Report report = walk(form, answer(body, form.accept()), ticketRefusal(), NO_METADATA);

    assertThat(leadsOn(report)).isTrue();
    assertThat(remarks(report)).containsExactly(Severity.INFO);
  }

  @Test
  void an_answer_of_another_generation_than_the_one_before_leads_on() throws IOException {
    String redirect =
        "<AutodiscoverResponse AccessLocation=\"External\"><Root><Link token=\"Redirect\" href=\""
            + HERE
            + "/next\"/></Root></AutodiscoverResponse>";
    Report report =
        walk(
            Representation.LEGACY_XML,
            answer(redirect, LEGACY),
            answer(root(Representation.UCWA_JSON), "application/json"),
            ticketRefusal());

    assertThat(leadsOn(report)).isTrue();
    assertThat(remarks(report)).containsExactly(Severity.INFO);
  }

  /** Far enough to be told who issues tickets. */
  private static boolean leadsOn(Report report) {
    return report.stages().stream()
        .filter(stage -> stage.stage() == Stage.CHALLENGE)
        .anyMatch(StageResult::success);
  }

  private static List<Severity> remarks(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.reason() == Reason.HTTP_CONTENT_TYPE)
        .map(Finding::severity)
        .toList();
  }

  /** A root document that has only the link to the User resource. */
  private static String root(Representation form) {
    String user = HERE + "/user";
    return switch (form) {
      case LEGACY_XML ->
          "<AutodiscoverResponse AccessLocation=\"External\"><Root><Link token=\"User\" href=\""
              + user
              + "\"/></Root></AutodiscoverResponse>";
      case LEGACY_JSON ->
          "{\"AccessLocation\":\"External\",\"Root\":{\"Links\":[{\"href\":\""
              + user
              + "\",\"token\":\"User\"}]}}";
      case UCWA_JSON -> "{\"_links\":{\"user\":{\"href\":\"" + user + "\"}}}";
      case UCWA_XML ->
          "<resource rel=\"root\" href=\""
              + HERE
              + "/\" xmlns=\"http://schemas.microsoft.com/rtc/2012/03/ucwa\">"
              + "<link rel=\"user\" href=\""
              + user
              + "\"/></resource>";
    };
  }

  private static String answer(String body, String type) {
    return "HTTP/1.1 200 OK\r\nX-MS-Server-Fqdn: fe01\r\n"
        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String ticketRefusal() {
    return "HTTP/1.1 401 No\r\nX-MS-Server-Fqdn: fe01\r\nX-MS-WebTicketURL: "
        + HERE
        + "/ticket\r\nContent-Length: 0\r\n\r\n";
  }

  /** The answers one after the other on one connection. */
  private static Report walk(Representation asked, String... answers) throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) ->
            out.write(
                answers[Math.min(request, answers.length - 1)].getBytes(
                    StandardCharsets.US_ASCII)))) {
      EntryWalk walk =
          new EntryWalk(
              TestingNetwork.of(server.port(), server.port(), Duration.ofSeconds(1)),
              new TrustRule(DOMAIN, Set.of()),
              Discovery.byRecords(Expectations.DEFAULT),
              new EntryPoint.Published(DiscoveryRecord.LYNCDISCOVER, DOMAIN),
              asked);
      Report report =
          walk.run(new TargetId(ProbeKind.ENTRY, View.ANY, DOMAIN.name(), "lyncdiscover"));
      assertThat(report.outcome()).isNotEqualTo(Outcome.UNKNOWN);
      return report;
    }
  }
}
