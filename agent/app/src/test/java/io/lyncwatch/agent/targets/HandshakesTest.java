package io.lyncwatch.agent.targets;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.inventory.Inventory;
import io.lyncwatch.agent.report.Sinks;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.agent.schedule.Schedule;
import io.lyncwatch.agent.schedule.ScheduleListener;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.Expectations.Expected;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.probe.Probe;
import io.lyncwatch.discovery.report.Outcome;
import io.lyncwatch.discovery.report.ProbeKind;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.walk.RememberedUrls;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.certificates.Handshake;
import io.lyncwatch.lab.directory.User;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One certificate is one target, whatever number of SIP domains it serves, and costs one handshake
 * a run; the first run of a day also asks how else clients are received.
 */
@Timeout(300)
class HandshakesTest {
  private static final View VIEW = View.EXTERNAL;

  @TempDir private Path directory;

  @Test
  void fifty_sip_domains_behind_one_proxy_cost_one_handshake_for_each_endpoint() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults().withTopology(TopologyKind.HOSTED))) {
      Configuration configuration = configuration(lab);
      Inventory inventory = new Inventory(InstantSource.system());
      Targets targets = targets(configuration, inventory);
      try (Schedule schedule = neverStarted()) {
        inventory.listen(new DerivedTargets(inventory, targets, schedule));
        List<Targets.Timed> all = targets.fromTheStart();
        all.forEach(timed -> schedule.add(timed.probe(), timed.interval()));
        all.stream()
            .map(Targets.Timed::probe)
            .filter(HandshakesTest::walks)
            .forEach(probe -> inventory.accept(probe.run()));

        List<Probe> certificates =
            schedule.targets().stream()
                .filter(target -> target.probe() == ProbeKind.CERTIFICATE && target.view() == VIEW)
                .map(
                    target -> targets.certificate(VIEW, endpoint(target), Expected.PRESENT).probe())
                .toList();
        lab.journal().clear();
        run(certificates);
        assertThat(handshakesByHost(lab)).isEqualTo(firstOfTheDay(lab));

        lab.journal().clear();
        run(certificates);
      }
      assertThat(handshakesByHost(lab)).isEqualTo(onceEach(lab));
    }
  }

  private static void run(List<Probe> probes) {
    probes.forEach(probe -> assertThat(probe.run().outcome()).isEqualTo(Outcome.SUCCESS));
  }

  /**
   * For each endpoint the handshake of every run, one without a name, and those of the greetings
   * that get as far as the server's certificate: that of TLS 1.2.
   */
  private static Map<String, Long> firstOfTheDay(Lab lab) {
    Map<String, Long> expected = new HashMap<>();
    onceEach(lab).forEach((host, once) -> expected.put(host, 2 * once));
    expected.put("", (long) expected.size());
    return expected;
  }

  /** The servers that all domains share, and each discovery record: it is a name of its own. */
  private static Map<String, Long> onceEach(Lab lab) {
    assertThat(lab.sipDomains()).hasSize(51);
    Map<String, Long> expected = new HashMap<>();
    lab.sipDomains().forEach(domain -> expected.put("lyncdiscover." + domain, 1L));
    expected.put("dirweb.contoso.example", 1L);
    expected.put("webpool01.contoso.example", 1L);
    expected.put("sip.contoso.example", 1L);
    return expected;
  }

  private static Map<String, Long> handshakesByHost(Lab lab) {
    return lab.journal().handshakes().stream().collect(groupingBy(Handshake::host, counting()));
  }

  private static boolean walks(Probe probe) {
    ProbeKind kind = probe.target().probe();
    return probe.target().view() == VIEW && (kind == ProbeKind.ENTRY || kind == ProbeKind.SIGN_IN);
  }

  private static Endpoint endpoint(TargetId target) {
    String[] parts = target.name().split(":", 2);
    return new Endpoint(parts[0], Integer.parseInt(parts[1]));
  }

  /** All domains are led to the Director; the users of two sign in at the pool that they share. */
  private Configuration configuration(Lab lab) throws Exception {
    List<User> accounts =
        List.of(
            lab.user("alice@" + lab.sipDomains().getFirst()),
            lab.user("alice@" + lab.sipDomains().getLast()));
    Path file = LabFiles.write(lab, directory, accounts, "127.0.0.1:0").configuration();
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file).configuration();
  }

  private static Targets targets(Configuration configuration, Inventory inventory) {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    Networks networks = Networks.of(configuration, clock, random);
    Walks walks =
        new Walks(
            networks,
            Agent.guard(configuration, clock, random),
            random,
            configuration.client(),
            new RememberedUrls());
    return new Targets(configuration, networks, walks, inventory, clock, UnaryOperator.identity());
  }

  /** It only tells what would run. */
  private static Schedule neverStarted() {
    return new Schedule(
        1,
        Duration.ofSeconds(15),
        new Sinks(List.of()),
        new NobodyListens(),
        InstantSource.system());
  }

  private record NobodyListens() implements ScheduleListener {
    @Override
    public void started(TargetId target, Duration lag) {}

    @Override
    public void ended(TargetId target) {}

    @Override
    public void misfired(TargetId target, long firings) {}
  }
}
