package io.lyncwatch.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.world.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Two faults at once are told by one of the two, and by nothing else. The whole sweep leaves a
 * table in {@code target/fault-sweep.txt}.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the lab's firewall drops connections there only")
class FaultSweepTest {
  private static final int HEALTHY_RUNS = 1000;
  private static final int MOST_FOLLOW_UPS = 6;

  private final List<KnownFault> faults = KnownFault.all();
  private final SweepTable table = new SweepTable(faults);
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

  @Test
  void each_fault_is_told_beside_the_one_half_a_table_further_on() {
    int half = faults.size() / 2;
    pairs(
        IntStream.range(0, half)
            .mapToObj(i -> new FaultPair(faults.get(i), faults.get(i + half)))
            .toList());
    assertThat(wrong).isEmpty();
  }

  /** Two that lie on one way, of which the first hides or changes what the second shows. */
  @Test
  void one_of_two_faults_that_meet_at_one_place_explains_what_follows_from_it() {
    pairs(
        List.of(
            pair("rewrite-missing", "application-stopped"),
            pair("records-missing", "secondary-stale"),
            pair("bridged-to-443", "https-not-published"),
            pair("intermediate-missing", "wrong-application"),
            pair("mobility-inside", "wildcard-record"),
            pair("wrong-application", "cname-foreign")));
    assertThat(wrong).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "lyncwatch.sweep", matches = "whole")
  void every_fault_is_told_alone_and_beside_every_other() throws IOException {
    try {
      alone();
      List<FaultPair> pairs = FaultPair.of(faults);
      table.leftOut(faults.size() * (faults.size() - 1) / 2 - pairs.size());
      pairs(pairs);
      healthy();
    } finally {
      Files.writeString(
          Path.of("target", "fault-sweep.txt"), table + String.join("\n", wrong) + "\n");
    }
    assertThat(wrong).isEmpty();
  }

  private void alone() {
    workshop(TopologyKind.DIRECTOR)
        .each(
            List.of(View.INTERNAL, View.EXTERNAL),
            _ -> List.of(),
            (view, lab) -> table.healthy(Passage.through(lab, Traveller.USUAL, view)));
    for (TopologyKind topology : TopologyKind.values()) {
      workshop(topology)
          .each(
              faults.stream().filter(fault -> fault.topology() == topology).toList(),
              fault -> List.of(fault.fault()),
              (fault, lab) -> {
                List<Passage> passages = Passage.through(lab, fault.traveller());
                List<String> unlike = fault.unlike(lab, passages);
                unlike.forEach(line -> wrong.add(fault + ": " + line));
                table.alone(fault, passages, unlike);
              });
    }
  }

  private void pairs(List<FaultPair> pairs) {
    for (TopologyKind topology : TopologyKind.values()) {
      List<FaultPair> impossible =
          workshop(topology)
              .each(
                  pairs.stream()
                      .filter(pair -> pair.topology().filter(topology::equals).isPresent())
                      .toList(),
                  FaultPair::faults,
                  (pair, lab) -> {
                    List<Passage> passages = Passage.through(lab, pair.traveller());
                    PairVerdict verdict = PairVerdict.of(pair, passages);
                    if (!verdict.right()) { // on a busy machine anything may be late, once
                      passages = Passage.through(lab, pair.traveller());
                      verdict = PairVerdict.of(pair, passages);
                    }
                    table.paired(verdict, passages);
                    passages.stream()
                        .filter(passage -> passage.followUps() > MOST_FOLLOW_UPS)
                        .map(passage -> pair + ": " + passage.followUps() + " further questions")
                        .forEach(wrong::add);
                    wrong.addAll(verdict.foreign());
                    wrong.addAll(verdict.missed());
                  });
      table.leftOut(impossible.size());
    }
    table.leftOut((int) pairs.stream().filter(pair -> pair.topology().isEmpty()).count());
  }

  private void healthy() {
    List<Arguments> deployments = DeploymentMatrixTest.deployments().toList();
    int once =
        deployments.stream()
            .mapToInt(deployment -> Client.all((Generation) deployment.get()[1]).size())
            .sum();
    for (Arguments deployment : deployments) {
      Generation generation = (Generation) deployment.get()[1];
      LabSettings settings =
          LabSettings.defaults()
              .withTopology((TopologyKind) deployment.get()[0])
              .withGeneration(generation);
      new Workshop(settings)
          .each(
              Collections.nCopies(Math.ceilDiv(HEALTHY_RUNS, once), Client.all(generation)).stream()
                  .flatMap(List::stream)
                  .toList(),
              _ -> List.of(),
              (client, lab) -> {
                Report report = client.signIn(lab, new Walker(lab));
                List<Finding> worries =
                    report.findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .toList();
                table.healthyRun(worries);
                worries.forEach(
                    finding -> wrong.add(deployment(settings) + client + ": " + finding));
              });
    }
  }

  private FaultPair pair(String one, String other) {
    return new FaultPair(fault(one), fault(other));
  }

  private KnownFault fault(String name) {
    return faults.stream().filter(fault -> fault.name().equals(name)).findFirst().orElseThrow();
  }

  private static String deployment(LabSettings settings) {
    return settings.topology() + ", " + settings.product() + ", ";
  }

  private static Workshop workshop(TopologyKind topology) {
    return new Workshop(LabSettings.defaults().withTopology(topology));
  }
}
