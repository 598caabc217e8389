package io.lyncwatch.agent.lab;

import static io.lyncwatch.agent.lab.Found.errors;
import static io.lyncwatch.agent.lab.Found.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.OAuthClient.Grant;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.fault.Fault;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.world.Branch;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.ModernAuthentication;
import io.lyncwatch.lab.world.Product;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bearer tokens: by a proof over HTTP, and of an authority outside of the deployment. */
class TokenSignInTest {
  private static final String ALICE = "alice@contoso.example";
  private static final String LOGIN = "https://login.identity.example/common";

  @Test
  void ntlm_leads_to_a_token_where_there_are_no_web_tickets() throws IOException {
    Product tokens = new Product(Generation.LYNC_2013, Branch.OAUTH);
    try (Lab lab = Lab.start(LabSettings.defaults().withProduct(tokens))) {
      Walker walker = new Walker(lab);
      String password = lab.user(ALICE).password();

      assertThat(walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, password).outcome())
          .isEqualTo(Outcome.SUCCESS);
      assertThat(lab.journal().visits())
          .noneMatch(visit -> visit.request().body().contains(password));
      assertThat(errors(walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, "wrong")))
          .containsExactly(Reason.AUTH_REJECTED);
      assertThat(reasons(walker.signIn(View.EXTERNAL, ALICE, SignInMethod.OAUTH, "wrong")))
          .contains(Reason.ACCOUNT_GUARDED);
    }
  }

  @Test
  void a_server_that_takes_tokens_of_others_only_is_named_if_there_is_nobody_to_ask()
      throws IOException {
    try (Lab lab = modern(ModernAuthentication.ONLY)) {
      Report report = new Walker(lab).signIn(View.EXTERNAL, ALICE);

      assertThat(errors(report)).containsExactly(Reason.CHALLENGE_OTHER_AUTHORITY);
      assertThat(visitsOfAuthority(lab)).isEmpty();
      assertThat(report.toString()).contains("login.identity.example");
    }
  }

  @Test
  void the_password_of_a_user_leads_to_a_token_of_the_authority() throws IOException {
    try (Lab lab = modern(ModernAuthentication.ONLY)) {
      String password = lab.user(ALICE).password();
      Report report =
          new Walker(lab).signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, password, user(lab));

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
      assertThat(lab.journal().visits())
          .filteredOn(visit -> visit.request().body().contains(password))
          .isNotEmpty()
          .allMatch(visit -> visit.site().equals("login"));
      assertThat(report.toString()).doesNotContain(password).doesNotContain("eyJ");
    }
  }

  @Test
  void a_program_that_acts_for_a_user_gets_one_too() throws IOException {
    try (Lab lab = modern(ModernAuthentication.ONLY)) {
      Report report =
          new Walker(lab)
              .signIn(
                  View.INTERNAL, ALICE, SignInMethod.OAUTH, lab.program().secret(), program(lab));

      assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.SUCCESS);
    }
  }

  @Test
  void a_wrong_secret_of_a_program_is_sent_once() throws IOException {
    try (Lab lab = modern(ModernAuthentication.ONLY)) {
      Walker walker = new Walker(lab);
      Report first = walker.signIn(View.INTERNAL, ALICE, SignInMethod.OAUTH, "wrong", program(lab));
      Report second =
          walker.signIn(View.EXTERNAL, ALICE, SignInMethod.OAUTH, "wrong", program(lab));

      assertThat(errors(first)).containsExactly(Reason.AUTH_REJECTED);
      assertThat(reasons(second)).contains(Reason.ACCOUNT_GUARDED);
      assertThat(visitsOfAuthority(lab)).hasSize(1);
    }
  }

  @Test
  void a_wrong_password_is_sent_to_the_authority_once() throws IOException {
    try (Lab lab = modern(ModernAuthentication.ONLY)) {
      Walker walker = new Walker(lab);
      Report first = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, "wrong", user(lab));
      walker.signIn(View.EXTERNAL, ALICE, SignInMethod.OAUTH, "wrong", user(lab));

      assertThat(errors(first)).containsExactly(Reason.AUTH_REJECTED);
      assertThat(visitsOfAuthority(lab)).hasSize(1);
    }
  }

  @Test
  void a_wrong_secret_beside_a_password_is_sent_once_and_a_new_one_at_once() throws IOException {
    try (Lab lab = modern(ModernAuthentication.ONLY)) {
      Walker walker = new Walker(lab);
      String password = lab.user(ALICE).password();
      OAuthClient wrong = client(lab, Grant.PASSWORD, Optional.of(secret("wrong")));

      Report first = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, password, wrong);
      Report second = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, password, wrong);
      assertThat(errors(first)).containsExactly(Reason.AUTH_REJECTED);
      assertThat(reasons(second)).contains(Reason.ACCOUNT_GUARDED);
      assertThat(visitsOfAuthority(lab)).hasSize(1);

      Report mended = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, password, user(lab));
      assertThat(mended.outcome()).as(mended.toString()).isEqualTo(Outcome.SUCCESS);
    }
  }

  @Test
  void the_secret_of_a_program_never_goes_to_the_servers() throws IOException {
    try (Lab lab = modern(ModernAuthentication.OFF)) {
      Report report =
          new Walker(lab)
              .signIn(
                  View.EXTERNAL, ALICE, SignInMethod.OAUTH, lab.program().secret(), program(lab));

      assertThat(errors(report)).containsExactly(Reason.AUTH_METHOD_NOT_OFFERED);
      assertThat(lab.journal().visits())
          .noneMatch(visit -> visit.request().body().contains(lab.program().secret()));
    }
  }

  @Test
  void where_there_is_a_choice_the_authority_is_asked_only_if_tokens_are_wanted()
      throws IOException {
    try (Lab lab = modern(ModernAuthentication.BESIDE)) {
      Walker walker = new Walker(lab);
      String password = lab.user(ALICE).password();

      Report auto = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.NTLM, password);
      assertThat(auto.outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(visitsOfAuthority(lab)).isEmpty();

      Report token = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.OAUTH, password, user(lab));
      assertThat(token.outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(visitsOfAuthority(lab)).isNotEmpty();
    }
  }

  @Test
  void an_authority_whose_certificate_nobody_trusts_gets_nothing() throws IOException {
    Fault expired = Fault.parse("certificate-expired=login.identity.example");
    try (Lab lab = Lab.start(settings(ModernAuthentication.ONLY).withFault(expired))) {
      String password = lab.user(ALICE).password();
      Report report =
          new Walker(lab).signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, password, user(lab));

      assertThat(errors(report)).containsExactly(Reason.TLS_EXPIRED);
      assertThat(visitsOfAuthority(lab)).isEmpty();
      assertThat(lab.journal().visits())
          .noneMatch(visit -> visit.request().body().contains(password));
    }
  }

  private static Lab modern(ModernAuthentication modern) throws IOException {
    return Lab.start(settings(modern));
  }

  private static LabSettings settings(ModernAuthentication modern) {
    return LabSettings.defaults()
        .withTopology(TopologyKind.STANDARD)
        .withProduct(Product.of(Generation.SFB_2019).with(modern));
  }

  private static OAuthClient user(Lab lab) {
    return client(lab, Grant.PASSWORD, Optional.of(secret(lab.program().secret())));
  }

  private static OAuthClient program(Lab lab) {
    return client(lab, Grant.CLIENT_CREDENTIALS, Optional.empty());
  }

  private static OAuthClient client(Lab lab, Grant grant, Optional<SecretSource> secret) {
    return new OAuthClient(
        URI.create(LOGIN + "/oauth2/token"),
        lab.program().id(),
        grant,
        secret,
        Optional.empty(),
        Optional.empty());
  }

  private static SecretSource secret(String text) {
    return () -> new SecretSource.Reading.Available(new Secret(text));
  }

  private static List<Visit> visitsOfAuthority(Lab lab) {
    return lab.journal().visits().stream().filter(visit -> visit.site().equals("login")).toList();
  }
}
