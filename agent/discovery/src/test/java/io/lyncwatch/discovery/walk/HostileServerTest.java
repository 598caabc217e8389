package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Expectations;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.http.Network;
import io.lyncwatch.discovery.http.ScriptedWebServer;
import io.lyncwatch.discovery.http.TestingNetwork;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that answers anything at all gives findings, never an exception, never a hung run. */
@Timeout(120)
class HostileServerTest {
  private static final SipDomain DOMAIN = new SipDomain("contoso.example");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|HTTP_BROKEN",
        "HTTP/1.1 000 Nothing~Content-Length: 0~~|HTTP_BROKEN",
        "HTTP/1.1 200 OK~~<html>parked</html>|HTTP_NOT_LYNC",
        "HTTP/1.1 200 OK~X-MS-Server-Fqdn: fe01~~<html>start page</html>|HTTP_NOT_LYNC",
        "HTTP/1.1 404 Not Found~Content-Length: 0~~|HTTP_NOT_LYNC",
        "HTTP/1.1 403 No~X-MS-Server-Fqdn: fe01~Content-Length: 0~~|HTTP_STATUS",
        "HTTP/1.1 403 No~~<html>403.4 - SSL is required</html>|SSL_REQUIRED",
        "HTTP/1.1 500 No~X-MS-Server-Fqdn: fe01~Content-Length: 0~~|HTTP_STATUS",
        "HTTP/1.1 500 No~Content-Type: text/html~~<html>500.19</html>|APPLICATION_DAMAGED",
        "HTTP/1.1 500 No~X-MS-Server-Fqdn: fe01~Content-Type:"
            + " text/html~~<html>Error</html>|HTTP_STATUS",
        "HTTP/1.1 502 Bad Gateway~Content-Length: 0~~|BACKEND_UNREACHABLE",
        "HTTP/1.1 504 Late~Content-Length: 0~~|BACKEND_UNREACHABLE",
        "HTTP/1.1 503 Down~Content-Length: 0~~|APPLICATION_STOPPED",
        "HTTP/1.1 503 Down~X-MS-Server-Fqdn: fe01~Content-Length: 0~~|HTTP_STATUS",
        "HTTP/1.1 302 Go~Location: https://www.fabrikam.example/~Content-Length: 0~~|HTTP_NOT_LYNC",
        "HTTP/1.1 302 Go~Location: http://wifi.fabrikam.example/login~Content-Length: 0~~"
            + "|CAPTIVE_PORTAL",
        "HTTP/1.1 302 Go~Location: https://sso.contoso.example/~Content-Length: 0~~"
            + "|PREAUTHENTICATION",
        "HTTP/1.1 302 Go~Location: javascript:login()~Content-Length: 0~~|HTTP_NOT_LYNC",
        "HTTP/1.1 401 No~WWW-Authenticate: Basic~Content-Length: 0~~|PREAUTHENTICATION",
        "HTTP/1.1 200 OK~X-MS-Server-Fqdn: fe01~~<!DOCTYPE x><x/>|ROOT_MALFORMED",
        "HTTP/1.1 200 OK~X-MS-Server-Fqdn: fe01~~{\"_links\":{}}|ROOT_MALFORMED",
        "HTTP/1.1 200 OK~Content-Length: 99999~~short|HTTP_BROKEN"
      })
  void what_answers_instead_of_the_service_is_named(String answer, Reason reason)
      throws IOException {
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) -> {
          out.write(answer.replace("~", "\r\n").getBytes(StandardCharsets.US_ASCII));
          throw new IOException("closed");
        })) {
      Report report = walk(server);

      assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
      assertThat(report.findings()).extracting(Finding::reason).contains(reason);
    }
  }

  @Test
  void a_service_that_does_not_run_is_the_cause_where_its_name_does_not_lead_to_it_either()
      throws IOException {
    String missing = "HTTP/1.1 404 No\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: 0\r\n\r\n";
    String stopped = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) ->
            out.write((request == 0 ? missing : stopped).getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(walk(server).findings())
          .extracting(Finding::reason, Finding::role)
          .contains(
              tuple(Reason.APPLICATION_STOPPED, Role.PRIMARY),
              tuple(Reason.HTTP_STATUS, Role.CONSEQUENCE));
    }
  }

  @Test
  void a_server_that_redirects_to_itself_for_ever_is_caught_as_a_loop() throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.saying(redirect("http://lyncdiscover.contoso.example/again"))) {
      assertThat(walk(server).findings())
          .extracting(Finding::reason)
          .contains(Reason.REDIRECT_LOOP);
    }
  }

  @Test
  void a_server_that_redirects_to_ever_new_places_is_left_after_ten() throws IOException {
    Random random = new Random(1);
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) -> {
          String next = "http://lyncdiscover.contoso.example/" + random.nextLong();
          out.write(redirect(next).getBytes(StandardCharsets.US_ASCII));
          throw new IOException("closed");
        })) {
      assertThat(walk(server).findings())
          .extracting(Finding::reason)
          .contains(Reason.REDIRECT_TOO_MANY);
      assertThat(server.heads().stream().filter(head -> head.startsWith("GET"))).hasSize(11);
    }
  }

  @Test
  void a_redirect_over_http_out_of_the_sip_domain_is_not_followed() throws IOException {
    try (ScriptedWebServer server =
        ScriptedWebServer.saying(redirect("http://evilcontoso.example/"))) {
      assertThat(walk(server).findings())
          .extracting(Finding::reason)
          .contains(Reason.REDIRECT_UNTRUSTED)
          .doesNotContain(Reason.ROOT_REWRITE_MISSING);
      assertThat(server.heads()).noneMatch(head -> head.contains("evilcontoso"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WWW-Authenticate: Negotiate|CHALLENGE_NO_TICKET_URL",
        "WWW-Authenticate: Bearer realm=\"x\"|CHALLENGE_NO_TICKET_URL",
        "X-MS-Server-Fqdn: fe01~WWW-Authenticate: Negotiate|CHALLENGE_NO_TICKET_URL",
        "X-MS-Server-Fqdn: fe01~WWW-Authenticate: Bearer"
            + " authorization_uri=\"file://client/\"|CHALLENGE_OTHER_AUTHORITY"
      })
  void who_stands_in_the_way_of_a_ticket_is_told_from_a_foreign_authority(
      String headers, Reason reason) throws IOException {
    String root =
        "<AutodiscoverResponse AccessLocation=\"External\"><Root><Link token=\"User\""
            + " href=\"http://lyncdiscover.contoso.example/user\"/></Root></AutodiscoverResponse>";
    String refusal = "HTTP/1.1 401 No~" + headers + "~Content-Length: 0~~";
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) ->
            out.write(
                (request == 0 ? answered(root) : refusal.replace("~", "\r\n"))
                    .getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(walk(server).findings()).extracting(Finding::reason).contains(reason);
    }
  }

  @Test
  void forty_addresses_are_asked_sixteen_at_a_time_and_those_left_out_are_named() {
    List<InetAddress> forty =
        IntStream.rangeClosed(1, 40)
            .mapToObj(host -> InetAddress.ofLiteral("127.0.99." + host))
            .toList();
    Report report = walk(TestingNetwork.of(1, 1, Duration.ofSeconds(5), forty));

    assertThat(report.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.DNS_TOO_MANY_ADDRESSES, Reason.TCP_REFUSED);
    assertThat(report.findings().getLast().cause())
        .endsWith("Seen at all 16 nodes asked behind lyncdiscover.contoso.example.");
    assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(((Facts.Entry) report.facts()).nodes()).hasSize(16);
  }

  @Test
  void damaged_answers_give_findings_and_nothing_else() throws IOException {
    byte[] good =
        redirect("http://lyncdiscover.contoso.example/root").getBytes(StandardCharsets.US_ASCII);
    Random random = new Random(20_261_123);
    try (ScriptedWebServer server =
        new ScriptedWebServer((request, out) -> {
          byte[] damaged = good.clone();
          for (int i = 0; i < 4; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
          }
          out.write(damaged, 0, 1 + random.nextInt(damaged.length));
          throw new IOException("closed");
        })) {
      for (int i = 0; i < 200; i++) {
        assertThat(walk(server).outcome()).isEqualTo(Outcome.FAILURE);
      }
    }
  }

  /** A whole answer of the service, with a redirect document. */
  private static String redirect(String url) {
    String body =
        "<AutodiscoverResponse AccessLocation=\"External\"><Root><Link token=\"Redirect\" href=\""
            + url
            + "\"/></Root></AutodiscoverResponse>";
    return answered(body);
  }

  private static String answered(String body) {
    return "HTTP/1.1 200 OK\r\nX-MS-Server-Fqdn: fe01\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static Report walk(ScriptedWebServer server) {
    return walk(TestingNetwork.of(server.port(), server.port(), Duration.ofSeconds(5)));
  }

  private static Report walk(Network network) {
    EntryWalk walk =
        new EntryWalk(
            network,
            new TrustRule(DOMAIN, Set.of()),
            Discovery.byRecords(Expectations.DEFAULT),
            new EntryPoint.Published(DiscoveryRecord.LYNCDISCOVER, DOMAIN),
            Representation.LEGACY_XML);
    return walk.run(new TargetId(ProbeKind.ENTRY, View.ANY, DOMAIN.name(), "lyncdiscover"));
  }
}
