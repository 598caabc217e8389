package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.web.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lab's own record shows where secrets went, and where they did not. */
class SecretsTest {
  private static final String ALICE = "alice@contoso.example";

  @ParameterizedTest
  @ValueSource(strings = {"san-missing", "certificate-expired", "redirect-loop", "split-dns-hole"})
  void no_secret_goes_over_http_whatever_is_wrong(String fault) throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(Fault.parse(fault)))) {
      Survey.of(lab);

      assertThat(lab.journal().visits()).anyMatch(visit -> carriesSecret(lab, visit.request()));
      assertThat(lab.journal().visits())
          .filteredOn(visit -> carriesSecret(lab, visit.request()))
          .allMatch(visit -> visit.request().scheme().equals("https"));
    }
  }

  @Test
  void a_host_whose_certificate_failed_is_asked_for_nothing_over_https() throws IOException {
    try (Lab lab =
        Lab.start(
            LabSettings.defaults()
                .withFault(Fault.parse("certificate-expired=webpool01.contoso.example")))) {
      Report report = new Walker(lab).signIn(View.EXTERNAL, ALICE);

      assertThat(report.findings()).extracting(Finding::reason).contains(Reason.TLS_EXPIRED);
      assertThat(lab.journal().visits())
          .extracting(visit -> visit.request().host())
          .doesNotContain("webpool01.contoso.example");
    }
  }

  @Test
  void a_host_outside_the_sip_domain_that_came_over_http_gets_no_secret() throws IOException {
    try (Lab lab =
        Lab.start(
            LabSettings.defaults()
                .withDomains("contoso.example", "fabrikam.example")
                .withFault(Fault.parse("san-missing=fabrikam.example")))) {
      Report report = new Walker(lab, List.of()).signIn(View.EXTERNAL, "alice@fabrikam.example");

      assertThat(report.findings()).extracting(Finding::reason).contains(Reason.REDIRECT_UNTRUSTED);
      assertThat(lab.journal().visits()).noneMatch(visit -> carriesSecret(lab, visit.request()));
    }
  }

  @Test
  void the_token_endpoint_of_a_host_outside_the_sip_domain_gets_no_password_over_http_links()
      throws IOException {
    try (Lab lab =
        Lab.start(
            LabSettings.defaults()
                .withDomains("contoso.example", "fabrikam.example")
                .withFault(Fault.parse("san-missing=fabrikam.example")))) {
      String password = lab.user("alice@fabrikam.example").password();
      Report report =
          new Walker(lab, List.of())
              .signIn(View.EXTERNAL, "alice@fabrikam.example", SignInMethod.OAUTH, password);

      assertThat(report.findings()).extracting(Finding::reason).contains(Reason.REDIRECT_UNTRUSTED);
      assertThat(lab.journal().visits()).noneMatch(visit -> carriesSecret(lab, visit.request()));
    }
  }

  @Test
  void nothing_in_a_report_shows_a_password_or_a_ticket() throws IOException {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Walker walker = new Walker(lab);
      String password = lab.user(ALICE).password();
      String all =
          walker.signIn(View.INTERNAL, ALICE).toString()
              + walker.signIn(View.EXTERNAL, ALICE, SignInMethod.PASSWORD, password)
              + walker.signIn(View.EXTERNAL, ALICE, SignInMethod.OAUTH, password);

      assertThat(all)
          .doesNotContain(password)
          .doesNotContain(base64(password))
          .doesNotContain("opaque=")
          .doesNotContain("cwt=")
          .doesNotContain("TlRMTVNTUAAD");
    }
  }

  private static boolean carriesSecret(Lab lab, Request request) {
    return request.header("x-ms-webticket").isPresent()
        || request.header("authorization").filter(a -> a.contains("TlRMTVNTUAAD")).isPresent()
        || request.header("authorization").filter(a -> a.startsWith("Bearer")).isPresent()
        || request.body().contains("grant_type=password")
        || lab.users().stream().anyMatch(user -> request.body().contains(base64(user.password())));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
