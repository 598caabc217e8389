package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.world.Generation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Breaks labs in many ways, signs in, and notes what was wrongly told. */
final class FaultSweep {
  private static final int HEALTHY_RUNS = 1000;
  private static final int MOST_FOLLOW_UPS = 6;

  private final List<KnownFault> faults = KnownFault.all();
  private final SweepTable table = new SweepTable(faults);
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

  List<KnownFault> faults() {
    return faults;
  }

  /** What was told that is not there, or not told that is; empty if all was right. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** The table of it all, and below it what was wrong. */
  @Override
  public String toString() {
    return table + String.join("\n", wrong) + "\n";
  }

  /** Each fault by itself, beside a healthy sign-in. */
  void alone() {
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

  /** Every two faults of different kinds. */
  void allPairs() {
    List<FaultPair> pairs = FaultPair.of(faults);
    table.leftOut(faults.size() * (faults.size() - 1) / 2 - pairs.size());
    pairs(pairs);
  }

  /**
   * Two faults at once.
   *
   * @return those that cannot stand in one deployment
   */
  List<FaultPair> pairs(List<FaultPair> pairs) {
    List<FaultPair> leftOut =
        new ArrayList<>(pairs.stream().filter(pair -> pair.topology().isEmpty()).toList());
    for (TopologyKind topology : TopologyKind.values()) {
      leftOut.addAll(
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
                      table.lookedAgain();
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
                  }));
    }
    table.leftOut(leftOut.size());
    return leftOut;
  }

  /** Every client at every deployment that is well, over and over. */
  void healthy() {
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

  private static String deployment(LabSettings settings) {
    return settings.topology() + ", " + settings.product() + ", ";
  }

  private static Workshop workshop(TopologyKind topology) {
    return new Workshop(LabSettings.defaults().withTopology(topology));
  }
}
