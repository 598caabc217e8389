package io.lyncwatch.agent.lab;

import static io.lyncwatch.agent.lab.Found.errors;
import static io.lyncwatch.agent.lab.Found.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.ClosedPort;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.Realm;
import io.lyncwatch.discovery.auth.ServicePrincipal;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.ticket.ExtendedProtection;
import io.lyncwatch.lab.world.Branch;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in with a ticket of the company's realm, and each way in which it fails. */
@Timeout(120)
class KerberosSignInTest {
  private static final String ALICE = "alice@contoso.example";

  @TempDir private Path directory;
  @AutoClose private final ClosedPort closed = new ClosedPort();

  @ParameterizedTest
  @EnumSource
  void a_password_leads_to_the_home_pool_whatever_it_must_be_tied_to(ExtendedProtection extended)
      throws IOException {
    try (Lab lab = lab(extended)) {
      for (View view : List.of(View.INTERNAL, View.EXTERNAL)) {
        Report report = byPassword(lab, view, "bob@contoso.example");

        assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
        assertThat(reasons(report)).doesNotContain(Reason.AUTH_SERVER_UNPROVEN);
      }
      assertThat(tickets(lab)).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void a_keytab_does_so_too() throws IOException {
    try (Lab lab = lab()) {
      Report report = byKeytab(lab, ALICE);

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
      assertThat(tickets(lab)).isNotEmpty();
    }
  }

  @Test
  void a_deployment_that_issues_tokens_only_takes_it_for_one() throws IOException {
    Product product = new Product(Generation.SFB_2019, Branch.OAUTH);
    try (Lab lab = Lab.start(LabSettings.defaults().withProduct(product))) {
      Report report = byKeytab(lab, ALICE);

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
      assertThat(report.toString()).contains("token issued");
    }
  }

  @Test
  void auto_takes_it_before_all_others_and_says_so() throws IOException {
    try (Lab lab = lab()) {
      Report report =
          new Walker(lab)
              .signIn(View.INTERNAL, ALICE, SignInMethod.AUTO, password(lab, ALICE), settings(lab));

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
      assertThat(report.toString()).contains("sign-in: auto, answered=Kerberos: ");
    }
  }

  @Test
  void a_wrong_password_is_rejected_by_the_realm_and_shown_to_no_web_server() throws IOException {
    try (Lab lab = lab()) {
      Walker walker = new Walker(lab);
      Report first = walker.signIn(View.INTERNAL, ALICE, SignInMethod.AUTO, "wrong", settings(lab));
      Report second =
          walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, "wrong", settings(lab));

      assertThat(errors(first)).containsExactly(Reason.AUTH_REJECTED);
      assertThat(second.outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(proofs(lab)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "frank, AUTH_ACCOUNT_BLOCKED",
    "grace, AUTH_ACCOUNT_BLOCKED",
    "heidi, AUTH_PASSWORD_EXPIRED",
    "carol, AUTH_USER_NOT_ENABLED"
  })
  void what_bars_an_account_is_told(String who, Reason reason) throws IOException {
    try (Lab lab = lab()) {
      Report report = byPassword(lab, View.INTERNAL, who + "@contoso.example");

      assertThat(errors(report)).containsExactly(reason);
    }
  }

  @Test
  void an_account_that_the_realm_does_not_know_is_told() throws IOException {
    String address = "zed@contoso.example";
    User zed =
        new User(
            address, "FABRIKAM", "zed", "any", true, Optional.of("pool01.corp.contoso.example"));
    try (Lab lab = Lab.start(LabSettings.defaults().withUser(zed))) {
      Report report = byPassword(lab, View.INTERNAL, address);

      assertThat(errors(report)).containsExactly(Reason.AUTH_CLIENT_UNKNOWN);
      assertThat(proofs(lab)).isEmpty();
    }
  }

  @Test
  void a_service_that_the_realm_does_not_know_is_told() throws IOException {
    try (Lab lab = lab()) {
      Report report = asking(lab, "HTTP/nowhere.contoso.example");

      assertThat(errors(report)).containsExactly(Reason.AUTH_SERVICE_UNKNOWN);
    }
  }

  @Test
  void a_ticket_for_another_server_is_refused_and_said_to_be_that() throws IOException {
    try (Lab lab = lab()) {
      Report report = asking(lab, "HTTP/pool02.corp.contoso.example");

      assertThat(errors(report)).containsExactly(Reason.AUTH_KERBEROS_REFUSED);
    }
  }

  @Test
  void a_realm_that_nobody_answers_for_is_told() throws IOException {
    try (Lab lab = lab()) {
      Report report =
          new Walker(lab)
              .signIn(
                  View.INTERNAL,
                  ALICE,
                  SignInMethod.KERBEROS,
                  password(lab, ALICE),
                  settings(lab, "127.0.0.1:" + closed.port()));

      assertThat(errors(report)).containsExactly(Reason.AUTH_KDC_UNREACHABLE);
    }
  }

  @Test
  void a_keytab_of_somebody_else_is_told() throws IOException {
    try (Lab lab = lab()) {
      Path keytab = keytab(lab, "bob@contoso.example");
      Report report =
          new Walker(lab)
              .signIn(
                  View.INTERNAL,
                  ALICE,
                  SignInMethod.KERBEROS,
                  Base64.getEncoder().encodeToString(Files.readAllBytes(keytab)),
                  settings(lab, keytab));

      assertThat(errors(report)).containsExactly(Reason.AUTH_KEYTAB_UNUSABLE);
    }
  }

  @Test
  void a_server_whose_certificate_failed_never_sees_a_ticket() throws IOException {
    Fault expired = Fault.parse("certificate-expired=dir01.corp.contoso.example");
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(expired))) {
      Report report = byPassword(lab, View.INTERNAL, ALICE);

      assertThat(reasons(report)).contains(Reason.TLS_EXPIRED);
      assertThat(tickets(lab)).isEmpty();
    }
  }

  private static Lab lab() throws IOException {
    return lab(ExtendedProtection.ALLOW);
  }

  private static Lab lab(ExtendedProtection extended) throws IOException {
    return Lab.start(LabSettings.defaults().withExtendedProtection(extended));
  }

  private static Report byPassword(Lab lab, View view, String address) {
    return new Walker(lab)
        .signIn(view, address, SignInMethod.KERBEROS, password(lab, address), settings(lab));
  }

  private Report byKeytab(Lab lab, String address) throws IOException {
    Path keytab = keytab(lab, address);
    return new Walker(lab)
        .signIn(
            View.INTERNAL,
            address,
            SignInMethod.KERBEROS,
            Base64.getEncoder().encodeToString(Files.readAllBytes(keytab)),
            settings(lab, keytab));
  }

  private static Report asking(Lab lab, String service) {
    return new Walker(lab)
        .signIn(
            View.INTERNAL,
            ALICE,
            SignInMethod.KERBEROS,
            password(lab, ALICE),
            new KerberosSettings(
                realm(lab, kdc(lab)),
                Optional.of(ServicePrincipal.parse(service)),
                Optional.empty()));
  }

  private Path keytab(Lab lab, String address) throws IOException {
    return Files.write(
        directory.resolve(address + ".keytab"), lab.realm().keytab(lab.user(address)));
  }

  private static String password(Lab lab, String address) {
    return lab.user(address).password();
  }

  private static String kdc(Lab lab) {
    return lab.kdc().getAddress().getHostAddress() + ":" + lab.kdc().getPort();
  }

  private static Realm realm(Lab lab, String kdc) {
    return new Realm(lab.realm().name(), List.of(kdc));
  }

  private static KerberosSettings settings(Lab lab) {
    return settings(lab, kdc(lab));
  }

  private static KerberosSettings settings(Lab lab, String kdc) {
    return new KerberosSettings(realm(lab, kdc), Optional.empty(), Optional.empty());
  }

  private static KerberosSettings settings(Lab lab, Path keytab) {
    return new KerberosSettings(realm(lab, kdc(lab)), Optional.empty(), Optional.of(keytab));
  }

  /** The tickets that web servers were shown. */
  private static List<Visit> tickets(Lab lab) {
    return proofs(lab).stream()
        .filter(
            visit -> visit.request().header("Authorization").orElse("").startsWith("Negotiate Y"))
        .toList();
  }

  private static List<Visit> proofs(Lab lab) {
    return lab.journal().visits().stream()
        .filter(visit -> visit.request().header("Authorization").isPresent())
        .toList();
  }
}
