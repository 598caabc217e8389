package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * That new sign-ins fail and that signed-in phones fail are two facts. A lab that breaks is one lab
 * after another.
 */
class SignedInPhonesTest {
  private static final String ALICE = "alice@contoso.example";

  private static Lab healthy;

  @BeforeAll
  static void open() throws IOException {
    healthy = Lab.start(LabSettings.defaults());
  }

  @AfterAll
  static void close() {
    healthy.close();
  }

  @Test
  void after_a_sign_in_its_phones_work_by_the_usual_urls() {
    Facts.SignIn facts = facts(new Walker(healthy).signIn(View.EXTERNAL, ALICE));

    assertThat(facts.signedIn()).contains(true);
    assertThat(facts.failover()).contains(false);
  }

  @Test
  void while_only_discovery_is_broken_they_go_on() throws IOException {
    Report report = afterwards(View.EXTERNAL, "rewrite-missing");

    assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(report.summary()).endsWith("Signed-in phones still work.");
    assertThat(facts(report).signedIn()).contains(true);
    assertThat(facts(report).services()).isNotEmpty().allMatch(Facts.ServiceResult::success);
    assertThat(finding(report, Reason.SIGNED_IN_PHONES_WORK))
        .returns(Severity.INFO, Finding::severity)
        .returns(Role.CONSEQUENCE, Finding::role);
  }

  @Test
  void what_failed_inside_is_used_by_the_external_urls() throws IOException {
    Report report = afterwards(View.INTERNAL, "certificate-expired=pool01.corp.contoso.example");

    assertThat(facts(report).signedIn()).contains(true);
    assertThat(facts(report).failover()).contains(true);
    assertThat(facts(report).services())
        .filteredOn(Facts.ServiceResult::success)
        .extracting(Facts.ServiceResult::service)
        .contains("autodiscover", "authbroker", "webscheduler", "xframe", "mcx", "ucwa");
    Finding failover = finding(report, Reason.SERVICE_FAILED_OVER);
    assertThat(failover.severity()).isEqualTo(Severity.WARNING);
    assertThat(failover.cause()).startsWith("The internal URLs of autodiscover, authbroker");
  }

  @Test
  void a_dead_home_pool_is_dead_for_them_too() throws IOException {
    Report report = afterwards(View.EXTERNAL, "pool-down");

    assertThat(report.summary()).endsWith("Signed-in phones fail, too.");
    assertThat(facts(report).signedIn()).contains(false);
    assertThat(facts(report).failover()).contains(false);
    assertThat(finding(report, Reason.SIGNED_IN_PHONES_FAIL).severity()).isEqualTo(Severity.ERROR);
    assertThat(report.causes()).extracting(Finding::stage).containsExactly(Stage.ROOT);
  }

  @Test
  void once_both_sets_were_dead_they_begin_anew_until_a_sign_in_works() throws IOException {
    Walker walker = new Walker(healthy);
    walker.signIn(View.EXTERNAL, ALICE);
    try (Lab broken = broken("pool-down");
        Lab undiscovered = broken("rewrite-missing")) {
      walker.at(broken).signIn(View.EXTERNAL, ALICE);
      Report report = walker.at(undiscovered).signIn(View.EXTERNAL, ALICE);

      assertThat(facts(report).signedIn()).contains(false);
      assertThat(report.stages().getLast())
          .returns(Stage.SERVICES, StageResult::stage)
          .returns(false, StageResult::success);
      assertThat(report.stages().getLast().steps())
          .extracting(StageResult.Step::answered)
          .containsExactly("not asked, phones have forgotten them");

      walker.at(healthy).signIn(View.EXTERNAL, ALICE);
      assertThat(facts(walker.at(undiscovered).signIn(View.EXTERNAL, ALICE)).signedIn())
          .contains(true);
    }
  }

  @Test
  void nothing_is_said_of_them_before_a_sign_in_has_shown_what_they_remember() throws IOException {
    try (Lab broken = broken("rewrite-missing")) {
      Report report = new Walker(broken).signIn(View.EXTERNAL, ALICE);

      assertThat(facts(report).signedIn()).isEmpty();
      assertThat(facts(report).failover()).isEmpty();
      assertThat(report.stages()).extracting(StageResult::stage).doesNotContain(Stage.SERVICES);
    }
  }

  @Test
  void what_they_remember_in_one_view_says_nothing_of_the_other() throws IOException {
    Walker walker = new Walker(healthy);
    walker.signIn(View.INTERNAL, ALICE);
    try (Lab broken = broken("rewrite-missing")) {
      assertThat(facts(walker.at(broken).signIn(View.EXTERNAL, ALICE)).signedIn()).isEmpty();
    }
  }

  @Test
  void a_rejected_secret_says_nothing_of_them() {
    Walker walker = new Walker(healthy);
    walker.signIn(View.EXTERNAL, ALICE);

    Report report = walker.signIn(View.EXTERNAL, ALICE, SignInMethod.AUTO, "not the password");

    assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(facts(report).signedIn()).isEmpty();
  }

  private static Report afterwards(View view, String fault) throws IOException {
    Walker walker = new Walker(healthy);
    walker.signIn(view, ALICE);
    try (Lab broken = broken(fault)) {
      return walker.at(broken).signIn(view, ALICE);
    }
  }

  private static Lab broken(String fault) throws IOException {
    return Lab.start(LabSettings.defaults().withFault(Fault.parse(fault)));
  }

  private static Facts.SignIn facts(Report report) {
    return (Facts.SignIn) report.facts();
  }

  private static Finding finding(Report report, Reason reason) {
    List<Finding> found =
        report.findings().stream().filter(finding -> finding.reason() == reason).toList();
    assertThat(found).as(report.findings().toString()).hasSize(1);
    return found.getFirst();
  }
}
