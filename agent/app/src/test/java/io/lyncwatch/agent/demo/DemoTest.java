package io.lyncwatch.agent.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three SIP domains stand as the demonstration promises. */
class DemoTest {
  /** Half a minute is promised; a busy machine may take longer without anything being wrong. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private static Path directory;

  @AutoClose private static Demo demo;

  @BeforeAll
  static void look() throws IOException {
    demo = Demo.start(directory, "127.0.0.1:0");
    await()
        .atMost(PATIENCE)
        .until(() -> demo.agent().latest().states().stream().allMatch(s -> s.latest().isPresent()));
  }

  @Test
  void the_healthy_domain_has_no_finding_above_info() {
    assertThat(reports("contoso.example")).hasSizeGreaterThanOrEqualTo(7);
    assertThat(reports("contoso.example"))
        .extracting(Report::outcome)
        .containsOnly(Outcome.SUCCESS);
    assertThat(aboveInfo(reports("contoso.example"))).isEmpty();
  }

  @Test
  void the_degraded_domain_works_everywhere_with_exactly_its_warnings() {
    List<Report> reports = reports("fabrikam.example");

    assertThat(reports).extracting(Report::outcome).containsOnly(Outcome.SUCCESS);
    assertThat(aboveInfo(reports)).extracting(Finding::severity).containsOnly(Severity.WARNING);
    assertThat(aboveInfo(reports).stream().filter(f -> f.role() == Role.PRIMARY))
        .extracting(Finding::reason)
        .containsOnly(
            Reason.TLS_EXPIRING, Reason.TLS_NAME_MISMATCH, Reason.DNS_INTERNAL_RECORD_LEAKED);
    assertThat(aboveInfo(reports).stream().filter(f -> f.role() == Role.CONSEQUENCE))
        .extracting(Finding::reason)
        .containsOnly(Reason.HTTPS_BROKEN_HTTP_WORKS);
  }

  @Test
  void the_broken_domain_leads_one_account_in_circles_and_another_to_a_dead_pool() {
    assertThat(errors("alice")).containsOnly(Reason.REDIRECT_LOOP);
    assertThat(errors("bob")).containsOnly(Reason.TCP_REFUSED);
  }

  @Test
  void the_status_page_says_so_of_each() throws Exception {
    HttpResponse<String> page = page();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none';"));
    assertThat(page.body())
        .containsPattern("<title>✖ 1 broken, 1 degraded · Lyncwatch</title>")
        .containsPattern(
            "1 of 3 SIP domains broken: tailspin.example .sign-in fails for alice and bob")
        .containsPattern("(?s)<h3>tailspin.example</h3>\\s*<span class=\"badge broken\">")
        .containsPattern("(?s)<h3>fabrikam.example</h3>\\s*<span class=\"badge degraded\">")
        .containsPattern("(?s)<h3>contoso.example</h3>\\s*<span class=\"badge healthy\">");
  }

  @Test
  void the_status_page_names_cause_and_cure() throws Exception {
    assertThat(page().body())
        .contains("The certificate presented does not cover lyncdiscover.fabrikam.example")
        .contains("Request a certificate with lyncdiscover.fabrikam.example among its subject")
        .contains("works over http only");
  }

  private static HttpResponse<String> page() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + demo.agent().address().getPort() + "/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  private static List<Reason> errors(String account) {
    return reports("tailspin.example").stream()
        .filter(report -> report.target().probe() == ProbeKind.SIGN_IN)
        .filter(report -> report.target().name().equals(account))
        .flatMap(report -> report.causes().stream())
        .map(Finding::reason)
        .toList();
  }

  private static List<Finding> aboveInfo(List<Report> reports) {
    return reports.stream()
        .flatMap(report -> report.findings().stream())
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  private static List<Report> reports(String domain) {
    return demo.agent().latest().states().stream()
        .map(TargetState::latest)
        .flatMap(latest -> latest.stream())
        .filter(report -> report.target().domain().equals(domain))
        .toList();
  }
}
