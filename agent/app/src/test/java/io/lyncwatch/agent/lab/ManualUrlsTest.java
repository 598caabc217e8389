package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.targets.Networks;
import io.lyncwatch.agent.targets.Targets;
import io.lyncwatch.agent.targets.Walks;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.EntryPoint;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A SIP domain that has no discovery records and no names in certificates, but manual URLs. */
class ManualUrlsTest {
  private static final String DOMAIN = "typed.example";
  private static final String ALICE = "alice@typed.example";

  private static Lab lab;

  @BeforeAll
  static void open() throws IOException {
    lab = Lab.start(LabSettings.defaults().withManualDomain(DOMAIN));
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void a_user_signs_in_from_every_side_and_nothing_is_found(View view) {
    Report report = new Walker(lab, List.of()).signIn(view, ALICE);

    assertThat(report.findings()).isEmpty();
    assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void each_url_is_an_entry_point_of_its_own_over_https_only(View view) {
    Walker walker = new Walker(lab, List.of());
    for (EntryPoint entry : walker.discovery(domain()).entries(domain(), view)) {
      Report report = walker.entry(view, DOMAIN, entry);

      assertThat(report.target().name()).isEqualTo("manual_" + entry.side().label());
      assertThat(report.findings()).isEmpty();
      assertThat(((Facts.Entry) report.facts()).schemes())
          .allMatch(Facts.SchemeResult::success)
          .extracting(Facts.SchemeResult::scheme)
          .containsExactly("https");
    }
  }

  @Test
  void inside_the_internal_url_is_asked_first_and_the_external_one_if_it_fails() {
    assertThat(entries(View.INTERNAL)).containsExactly("manual_internal", "manual_external");
    assertThat(entries(View.EXTERNAL)).containsExactly("manual_external");
    assertThat(entries(View.ANY)).containsExactly("manual_internal", "manual_external");
  }

  @ParameterizedTest
  @EnumSource(
      value = View.class,
      names = {"INTERNAL", "EXTERNAL"})
  void resolvers_are_not_asked_for_the_discovery_records(View view) {
    Report report =
        new Walker(lab, List.of())
            .dns(
                view,
                DOMAIN,
                new Walker(lab, List.of()).discovery(domain()).webNames().toArray(WebName[]::new));

    assertThat(report.outcome()).as(report.summary()).isEqualTo(Outcome.SUCCESS);
    assertThat(((Facts.Dns) report.facts()).lookups())
        .extracting(lookup -> lookup.lookup().name())
        .isNotEmpty()
        .noneMatch(name -> name.startsWith("lyncdiscover"));
  }

  @Test
  void a_manual_url_that_does_not_answer_is_named() throws IOException {
    try (Lab broken =
        Lab.start(
            LabSettings.defaults()
                .withManualDomain(DOMAIN)
                .withFault(Fault.parse("certificate-expired=dirweb.contoso.example")))) {
      Report report = new Walker(broken, List.of()).signIn(View.EXTERNAL, ALICE);

      assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
      assertThat(report.findings())
          .extracting(finding -> finding.reason().code(), Finding::where)
          .containsExactly(tuple("tls_expired", "dirweb.contoso.example:443"));
    }
  }

  @Test
  void the_agent_watches_the_urls_instead_of_the_records(@TempDir Path folder) throws Exception {
    LabFiles files = LabFiles.write(lab, folder, LabFiles.everybody(lab), "127.0.0.1:0");
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    var configuration =
        new ConfigurationReader(Machine.local(), Problem.Level.ERROR)
            .read(files.configuration())
            .configuration();
    Networks networks = Networks.of(configuration, clock, random);
    Targets targets =
        new Targets(
            configuration,
            networks,
            new Walks(
                networks,
                LockoutGuard.withoutAccounts(),
                random,
                configuration.client(),
                new RememberedUrls()),
            new Inventory(clock),
            clock,
            UnaryOperator.identity());

    List<String> seen = new ArrayList<>();
    for (Targets.Timed timed : targets.fromTheStart()) {
      TargetId target = timed.probe().target();
      if (target.probe() == ProbeKind.ENTRY && target.domain().equals(DOMAIN)) {
        seen.add(target.view().label() + " " + target.name());
      }
      if (target.probe() == ProbeKind.CERTIFICATE) {
        assertThat(target.name()).doesNotContain(DOMAIN);
        seen.add(target.view().label() + " " + target.name());
      }
    }
    assertThat(seen)
        .contains(
            "internal manual_internal",
            "internal manual_external",
            "external manual_external",
            "internal dir01.corp.contoso.example:443",
            "internal dirweb.contoso.example:443",
            "external dirweb.contoso.example:443")
        .doesNotContain("external manual_internal", "external dir01.corp.contoso.example:443");
  }

  private static SipDomain domain() {
    return new SipDomain(DOMAIN);
  }

  private static List<String> entries(View view) {
    return new Walker(lab, List.of())
        .discovery(domain()).entries(domain(), view).stream().map(EntryPoint::label).toList();
  }
}
