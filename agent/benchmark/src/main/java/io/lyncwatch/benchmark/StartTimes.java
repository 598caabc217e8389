package io.lyncwatch.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How soon an agent that was just started has something to say. */
final class StartTimes {
  private static final int TIMES = 5;

  private final Launcher launcher;

  StartTimes(Launcher launcher) {
    this.launcher = launcher;
  }

  void print() throws IOException, InterruptedException {
    System.out.printf(
        "%nSeconds after the start, median and worst of %d%n%-10s %9s %8s %15s %20s %18s %15s"
            + " %13s%n",
        TIMES,
        "domains",
        "targets",
        "derived",
        "first scrape",
        "all data after it",
        "derived after walk",
        "its processor",
        "the lab's");
    print(1);
    print(100);
  }

  private void print(int domains) throws IOException, InterruptedException {
    List<FirstData> starts = new ArrayList<>();
    try (LabProcess lab = LabProcess.start(launcher, domains)) {
      Watched watched = Watched.by(lab.configuration());
      for (int time = 0; time < TIMES; time++) {
        try (AgentProcess agent = AgentProcess.start(launcher, lab)) {
          starts.add(FirstData.await(agent, lab, watched));
        }
      }
    }
    FirstData last = starts.getLast();
    System.out.printf(
        "%-10d %9d %8d %15s %20s %18s %15s %13s%n",
        domains,
        last.fromTheStartCount(),
        last.derivedCount(),
        medianAndWorst(starts, FirstData::firstScrape),
        medianAndWorst(starts, FirstData::fromTheStart),
        medianAndWorst(starts, FirstData::derivedAfterWalk),
        medianAndWorst(starts, FirstData::agentsProcessor),
        medianAndWorst(starts, FirstData::labsProcessor));
    long without = starts.stream().mapToLong(FirstData::without).sum();
    if (without > 0) {
      System.out.println("  targets that never had data: " + without);
    }
  }

  private static String medianAndWorst(List<FirstData> starts, ToDoubleFunction<FirstData> time) {
    List<Double> times = starts.stream().map(time::applyAsDouble).toList();
    double worst = times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return "%.2f %.2f".formatted(Median.of(times), worst);
  }
}
