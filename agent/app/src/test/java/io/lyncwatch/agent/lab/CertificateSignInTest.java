package io.lyncwatch.agent.lab;

import static io.lyncwatch.agent.lab.Found.errors;
import static io.lyncwatch.agent.lab.Found.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.certificates.UserCertificate;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.site.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a client certificate, and each way in which it fails. */
class CertificateSignInTest {
  private static final String ALICE = "alice@contoso.example";
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir private Path directory;

  @Test
  void a_pair_in_pem_leads_to_the_home_pool() throws IOException {
    try (Lab lab = lab()) {
      Report report = new Walker(lab).signIn(View.INTERNAL, ALICE, pem(now(lab)));

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
      assertThat(shown(lab)).isNotEmpty();
    }
  }

  @Test
  void a_file_of_pkcs12_does_so_too() throws IOException {
    try (Lab lab = lab()) {
      Report report = new Walker(lab).signIn(View.INTERNAL, ALICE, pkcs12(now(lab), "phrase"));

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
    }
  }

  @Test
  void one_that_has_ended_is_rejected_once_and_not_shown_again() throws IOException {
    try (Lab lab = lab()) {
      Instant now = Instant.now();
      CertificateFiles files =
          pem(lab.certificate(lab.user(ALICE), now.minus(YEAR), now.minus(Duration.ofDays(1))));
      Walker walker = new Walker(lab);

      Report first = walker.signIn(View.INTERNAL, ALICE, files);
      int once = shown(lab).size();
      Report second = walker.signIn(View.INTERNAL, ALICE, files);

      assertThat(errors(first)).containsExactly(Reason.AUTH_CERTIFICATE_REJECTED);
      assertThat(reasons(second)).contains(Reason.ACCOUNT_GUARDED);
      assertThat(once).isEqualTo(1);
      assertThat(shown(lab)).hasSize(once);
    }
  }

  @Test
  void a_new_one_after_a_rejection_is_shown_at_once() throws IOException {
    try (Lab lab = lab()) {
      Walker walker = new Walker(lab);
      Instant now = Instant.now();
      walker.signIn(
          View.INTERNAL,
          ALICE,
          pem(lab.certificate(lab.user(ALICE), now.minus(YEAR), now.minus(Duration.ofDays(1)))));

      assertThat(walker.signIn(View.INTERNAL, ALICE, pem(now(lab))).outcome())
          .isEqualTo(Outcome.SUCCESS);
    }
  }

  @Test
  void one_that_the_guard_was_not_asked_about_is_not_shown() throws IOException {
    try (Lab lab = lab()) {
      Report report =
          new Walker(lab)
              .signInExchanging(
                  View.INTERNAL, ALICE, pem(now(lab)), pkcs12(now(lab), "another one"));

      assertThat(errors(report)).containsExactly(Reason.SECRET_UNREADABLE);
      assertThat(shown(lab)).isEmpty();
    }
  }

  @Test
  void a_proxy_that_ends_tls_is_named_as_the_obstacle_outside() throws IOException {
    try (Lab lab = lab()) {
      Report report = new Walker(lab).signIn(View.EXTERNAL, ALICE, pem(now(lab)));

      assertThat(errors(report)).containsExactly(Reason.AUTH_CERTIFICATE_NOT_ASKED);
      assertThat(shown(lab)).isEmpty();
    }
  }

  @Test
  void a_wrong_password_of_the_file_is_said_to_be_that() throws IOException {
    try (Lab lab = lab()) {
      CertificateFiles right = pkcs12(now(lab), "phrase");
      CertificateFiles wrong =
          new CertificateFiles(right.certificate(), Optional.empty(), Optional.of(secret("other")));
      Report report = new Walker(lab).signIn(View.INTERNAL, ALICE, wrong);

      assertThat(errors(report)).containsExactly(Reason.SECRET_UNREADABLE);
      assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void a_server_whose_certificate_failed_never_sees_ours() throws IOException {
    Fault expired = Fault.parse("certificate-expired=se01.corp.contoso.example");
    try (Lab lab = Lab.start(settings().withFault(expired))) {
      Report report = new Walker(lab).signIn(View.INTERNAL, ALICE, pem(now(lab)));

      assertThat(reasons(report)).contains(Reason.TLS_EXPIRED);
      assertThat(shown(lab)).isEmpty();
    }
  }

  @Test
  void only_the_port_for_certificates_sees_it_and_no_report_shows_the_key() throws IOException {
    try (Lab lab = lab()) {
      UserCertificate certificate = now(lab);
      Report report = new Walker(lab).signIn(View.INTERNAL, ALICE, pem(certificate));

      assertThat(shown(lab))
          .allMatch(visit -> visit.request().path().equals("/WebTicket/WebTicketService.svc/cert"));
      assertThat(report + certificate.toString())
          .doesNotContain("PRIVATE KEY")
          .doesNotContain(certificate.keyPem().lines().skip(1).findFirst().orElseThrow());
    }
  }

  private static LabSettings settings() {
    return LabSettings.defaults().withTopology(TopologyKind.STANDARD);
  }

  private static Lab lab() throws IOException {
    return Lab.start(settings());
  }

  private static UserCertificate now(Lab lab) {
    return lab.certificate(lab.user(ALICE));
  }

  private CertificateFiles pem(UserCertificate certificate) throws IOException {
    Path folder = Files.createTempDirectory(directory, "pem");
    return new CertificateFiles(
        Files.writeString(folder.resolve("alice.pem"), certificate.chainPem()),
        Optional.of(Files.writeString(folder.resolve("alice.key"), certificate.keyPem())),
        Optional.empty());
  }

  private CertificateFiles pkcs12(UserCertificate certificate, String password) throws IOException {
    Path file = Files.write(directory.resolve("alice.p12"), certificate.pkcs12(password));
    return new CertificateFiles(file, Optional.empty(), Optional.of(secret(password)));
  }

  private static SecretSource secret(String text) {
    return () -> new SecretSource.Reading.Available(new Secret(text));
  }

  /** The requests on whose connections a certificate was shown. */
  private static List<Visit> shown(Lab lab) {
    return lab.journal().visits().stream()
        .filter(
            visit -> visit.request().channel().filter(c -> !c.presented().isEmpty()).isPresent())
        .toList();
  }
}
