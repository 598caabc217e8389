package io.lyncwatch.agent.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.report.TestingReports;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.report.WebName;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which names the dns probes ask for, in a lab whose two sides are declared. */
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

  private static List<String> webNames(Targets targets, View view) {
    Probe probe =
        targets.fromTheStart().stream()
            .map(Targets.Timed::probe)
            .filter(one -> one.target().probe() == ProbeKind.DNS && one.target().view() == view)
            .findFirst()
            .orElseThrow();
    return ((Facts.Dns) probe.run().facts())
        .lookups().stream()
            .filter(asked -> asked.record().label().startsWith("web_"))
            .map(asked -> asked.lookup().name())
            .toList();
  }

  private Targets targets(Lab lab, Inventory inventory) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("lyncwatch.yml"),
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
                    EXTERNAL));
    Configuration configuration =
        new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file).configuration();
    SecureRandom random = new SecureRandom();
    Networks networks = Networks.of(configuration, InstantSource.system(), random);
    Walks walks =
        new Walks(
            networks,
            LockoutGuard.withoutAccounts(),
            random,
            configuration.client(),
            new RememberedUrls());
    return new Targets(configuration, networks, walks, inventory, InstantSource.system());
  }
}
