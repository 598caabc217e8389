package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.revocation.CertificateRevocation;
import io.lyncwatch.discovery.revocation.Source;
import io.lyncwatch.discovery.revocation.Verdict;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A healthy deployment is called healthy, and what it says of itself arrives in the report. */
class HealthyLabTest {
  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab = Lab.start(LabSettings.defaults());
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void nothing_at_all_is_found() {
    assertThat(Survey.of(lab)).isEmpty();
  }

  @Test
  void the_authority_stands_by_each_certificate_of_a_chain() {
    Facts.Certificate facts =
        (Facts.Certificate)
            new Walker(lab).certificate(View.EXTERNAL, "lyncdiscover.contoso.example").facts();

    assertThat(facts.presented().getFirst().revocation().orElseThrow().certificates())
        .extracting(CertificateRevocation::verdict)
        .asInstanceOf(InstanceOfAssertFactories.list(Verdict.Good.class))
        .extracting(Verdict.Good::source)
        .containsExactly(Source.OCSP, Source.CRL);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void a_user_signs_in_from_every_side(View view) {
    Report report = new Walker(lab).signIn(view, "alice@contoso.example");

    assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void the_walk_passes_each_stage_at_the_director_and_again_at_the_pool() {
    Report report = new Walker(lab).signIn(View.EXTERNAL, "bob@contoso.example");

    assertThat(report.stages().stream().map(StageResult::stage))
        .containsExactly(
            Stage.RESOLVE,
            Stage.ROOT,
            Stage.DOMAIN,
            Stage.CHALLENGE,
            Stage.METADATA,
            Stage.TICKET,
            Stage.USER,
            Stage.ROOT,
            Stage.DOMAIN,
            Stage.CHALLENGE,
            Stage.METADATA,
            Stage.TICKET,
            Stage.USER,
            Stage.SERVICES);
  }

  @Test
  void the_home_pool_is_named_by_the_side_that_was_asked() {
    Walker walker = new Walker(lab);

    assertThat(home(walker.signIn(View.INTERNAL, "bob@contoso.example")))
        .isEqualTo(new Facts.HomePool("pool02.corp.contoso.example", "Internal"));
    assertThat(home(walker.signIn(View.EXTERNAL, "bob@contoso.example")))
        .isEqualTo(new Facts.HomePool("webpool02.contoso.example", "External"));
  }

  @Test
  void a_user_signs_in_with_the_password_form_where_the_operator_wants_it() {
    Report report =
        new Walker(lab)
            .signIn(
                View.EXTERNAL,
                "alice@contoso.example",
                SignInMethod.PASSWORD,
                lab.user("alice@contoso.example").password());

    assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
  }

  private static Facts.HomePool home(Report report) {
    return ((Facts.SignIn) report.facts()).home().orElseThrow();
  }
}
