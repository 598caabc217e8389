package io.lyncwatch.agent.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.inventory.ConfiguredEndpoint;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.agent.schedule.Exclusive;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.probe.CertificateProbe;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is watched from the start, and which names the dns probes ask for. */
class TargetsTest {
  private static final String EXTERNAL = "webpool01.contoso.example";
  private static final String INTERNAL = "pool01.corp.contoso.example";
  private static final String LEARNED = "dirweb.contoso.example";

  @TempDir private Path folder;

  @Test
  void external_web_names_are_asked_for_on_both_sides_and_internal_ones_inside_only()
      throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Targets targets = targets(lab, new Inventory(InstantSource.system()));

      assertThat(webNames(targets, View.INTERNAL)).containsExactly(INTERNAL, EXTERNAL);
      assertThat(webNames(targets, View.EXTERNAL)).containsExactly(EXTERNAL);
    }
  }

  @Test
  void a_name_that_was_also_learned_is_asked_for_once() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Inventory inventory = new Inventory(InstantSource.system());
      Targets targets = targets(lab, inventory);
      inventory.accept(
          TestingReports.of(
                  new TargetId(ProbeKind.SIGN_IN, View.EXTERNAL, "contoso.example", "probe1"))
              .naming(
                  List.of(
                      new WebName(Side.EXTERNAL, LEARNED), new WebName(Side.EXTERNAL, EXTERNAL)),
                  List.of())
              .report());

      assertThat(webNames(targets, View.EXTERNAL)).containsExactly(EXTERNAL, LEARNED);
    }
  }

  @Test
  void a_resolver_of_a_side_without_names_is_not_asked() throws Exception {
    Targets targets =
        targets(
            """
            resolvers:
              - {name: inside, address: 192.0.2.53, view: internal}
              - {name: outside, address: 192.0.2.54, view: external}
            domains:
              - domain: contoso.example
                discovery: {internal: "https://%s/Autodiscover/autodiscoverservice.svc/Root"}
            """
                .formatted(INTERNAL),
            new Inventory(InstantSource.system()));

    assertThat(probes(targets, ProbeKind.DNS))
        .extracting(probe -> probe.target().name())
        .containsExactly("inside");
  }

  @Test
  void a_manual_host_that_two_domains_share_is_one_certificate_that_has_to_be_there()
      throws Exception {
    Targets targets =
        targets(
            """
            resolvers: [{name: some, address: 192.0.2.53}]
            domains:
              - domain: contoso.example
                discovery:
                  internal: "https://%1$s/Autodiscover/autodiscoverservice.svc/Root"
                  external: "https://%2$s/Autodiscover/autodiscoverservice.svc/Root"
              - domain: fabrikam.example
                discovery: {internal: "https://%1$s/Autodiscover/autodiscoverservice.svc/Root"}
            """
                .formatted(INTERNAL, EXTERNAL),
            new Inventory(InstantSource.system()));

    assertThat(probes(targets, ProbeKind.CERTIFICATE))
        .extracting(probe -> probe.target().name())
        .containsExactlyInAnyOrder(INTERNAL + ":443", EXTERNAL + ":443");
    assertThat(probes(targets, ProbeKind.CERTIFICATE))
        .allMatch(probe -> ((CertificateProbe) probe).expected() == Expected.PRESENT);
  }

  @Test
  void what_the_operator_lists_is_watched_in_its_view_and_machines_behind_the_proxy_as_such()
      throws Exception {
    String text =
        """
        resolvers:
          - {name: inside, address: 192.0.2.53, view: internal}
          - {name: outside, address: 192.0.2.54, view: external}
        domains:
          - domain: contoso.example
            pools: {internal: [pool02.corp.example]}
          - domain: fabrikam.example
        behind-proxy: [{name: fe01, address: fe01.corp.example, domains: [fabrikam.example]}]
        endpoints:
          - meet.contoso.example
          - {endpoint: "sip.contoso.example:5061", view: internal}
          - {endpoint: "fe01.corp.example:4443", view: external}
        """;
    Targets targets = targets(text, new Inventory(InstantSource.system()));

    assertThat(
            probes(targets, ProbeKind.CERTIFICATE).stream()
                .map(probe -> probe.target().view().label() + " " + probe.target().name())
                .filter(name -> !name.contains("lyncdiscover")))
        .containsExactlyInAnyOrder(
            "internal pool02.corp.example:443",
            "internal meet.contoso.example:443",
            "external meet.contoso.example:443",
            "internal sip.contoso.example:5061",
            "external fe01.corp.example:4443");
    assertThat(ConfiguredEndpoints.of(configuration(text)))
        .extracting(
            configured -> configured.endpoint().endpoint().toString(),
            configured -> configured.endpoint().role(),
            ConfiguredEndpoint::domain,
            ConfiguredEndpoint::view)
        .contains(
            tuple(
                "lyncdiscoverinternal.contoso.example:443",
                MetEndpoint.Role.DISCOVERY_RECORD,
                "contoso.example",
                View.INTERNAL),
            tuple(
                "sip.contoso.example:5061",
                MetEndpoint.Role.LISTED,
                "contoso.example",
                View.INTERNAL),
            tuple(
                "fe01.corp.example:4443", MetEndpoint.Role.NODE, "fabrikam.example", View.EXTERNAL))
        .doesNotContain(
            tuple(
                "lyncdiscoverinternal.contoso.example:443",
                MetEndpoint.Role.DISCOVERY_RECORD,
                "contoso.example",
                View.EXTERNAL));
  }

  @Test
  void what_a_machine_shows_to_the_proxy_may_be_of_any_authority_and_for_any_name()
      throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Targets targets =
          targets(
              """
              resolvers: [{name: outside, address: "%s", view: external}]
              domains: [{domain: contoso.example}]
              behind-proxy: [{name: dir01, address: 127.0.1.1, https: %d}]
              """
                  .formatted(
                      SocketAddresses.print(lab.externalDns(), 53), lab.ports().externalHttps()),
              new Inventory(InstantSource.system()));

      Report report =
          probes(targets, ProbeKind.CERTIFICATE).stream()
              .filter(probe -> probe.target().name().startsWith("127.0.1.1:"))
              .findFirst()
              .orElseThrow()
              .run();

      assertThat(report.findings()).isEmpty();
      assertThat(((Facts.Certificate) report.facts()).presented())
          .extracting(presented -> presented.judgement().covers())
          .containsExactly(List.of("dir01.corp.contoso.example"));
    }
  }

  private static List<Probe> probes(Targets targets, ProbeKind kind) {
    return targets.fromTheStart().stream()
        .map(Targets.Timed::probe)
        .filter(probe -> probe.target().probe() == kind)
        .toList();
  }

  private static List<String> webNames(Targets targets, View view) {
    Probe probe =
        probes(targets, ProbeKind.DNS).stream()
            .filter(one -> one.target().view() == view)
            .findFirst()
            .orElseThrow();
    return ((Facts.Dns) probe.run().facts())
        .lookups().stream()
            .filter(asked -> asked.record().label().startsWith("web_"))
            .map(asked -> asked.lookup().name())
            .toList();
  }

  @Test
  void the_sign_ins_of_one_user_take_turns_over_views_addresses_and_spellings() throws Exception {
    Targets targets =
        targets(
            """
            resolvers:
              - {name: inside, address: 192.0.2.1, view: internal}
              - {name: outside, address: 192.0.2.2, view: external}
            domains:
              - domain: contoso.example
                accounts:
                  - {name: a, address: a@contoso.example, username: CONTOSO\\a, password: {env: PATH}}
                  - {name: b, address: b@contoso.example, username: contoso\\A, password: {env: PATH}}
            """,
            new Inventory(InstantSource.system()));

    assertThat(targets.fromTheStart().stream().flatMap(timed -> timed.shared().stream()))
        .hasSize(4)
        .containsOnly(new Exclusive("the account contoso\\a", Duration.ofSeconds(5)));
  }

  private Targets targets(Lab lab, Inventory inventory) throws Exception {
    return targets(
        """
        resolvers:
          - {name: inside, address: "%s", view: internal}
          - {name: outside, address: "%s", view: external}
        domains:
          - domain: contoso.example
            web-names: {internal: [%s], external: [%s]}
        """
            .formatted(
                SocketAddresses.print(lab.internalDns(), 53),
                SocketAddresses.print(lab.externalDns(), 53),
                INTERNAL,
                EXTERNAL),
        inventory);
  }

  private Targets targets(String text, Inventory inventory) throws Exception {
    Configuration configuration = configuration(text);
    SecureRandom random = new SecureRandom();
    Networks networks = Networks.of(configuration, InstantSource.system(), random);
    Walks walks =
        new Walks(
            networks,
            LockoutGuard.withoutAccounts(),
            random,
            configuration.client(),
            new RememberedUrls());
    return new Targets(
        configuration,
        networks,
        walks,
        inventory,
        InstantSource.system(),
        UnaryOperator.identity());
  }

  private Configuration configuration(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("lyncwatch.yml"), text);
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file).configuration();
  }
}
