package io.lyncwatch.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an agent takes that watches 100 SIP domains at the default intervals. */
final class Load {
  private static final int DOMAINS = 100;
  private static final Duration WHILE = Duration.ofMinutes(3);
  private static final int SCRAPES = 11;

  private final Launcher launcher;

  Load(Launcher launcher) {
    this.launcher = launcher;
  }

  void print() throws IOException, InterruptedException {
    try (LabProcess lab = LabProcess.start(launcher, DOMAINS);
        AgentProcess agent = AgentProcess.start(launcher, lab)) {
      agent.firstScrape();
      double cpuAtFirst = agent.cpu();
      Duration scrapeEvery = Duration.ofSeconds(15);
      for (Duration past = Duration.ZERO;
          past.compareTo(WHILE) < 0;
          past = past.plus(scrapeEvery)) {
        Thread.sleep(scrapeEvery);
        agent.scrape();
      }
      double share = (agent.cpu() - cpuAtFirst) / WHILE.toSeconds();
      print(agent, share);
    }
  }

  private static void print(AgentProcess agent, double share)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int time = 0; time < SCRAPES; time++) {
      times.add(agent.scrape().took().toNanos() / 1e6);
    }
    Scrape scrape = agent.scrape();
    System.out.printf("%n%d SIP domains, 3 resolvers, 1 account each, after %s%n", DOMAINS, WHILE);
    line("targets", (double) scrape.byTarget("lyncwatch_probe_interval_seconds").size(), "");
    line("of which failing", (double) failing(scrape), "");
    line("runs", scrape.sum("lyncwatch_probe_runs_total"), "");
    line("resident, by the kernel", agent.megabytes("VmRSS"), "MB");
    line("resident at most", agent.megabytes("VmHWM"), "MB");
    line("process_resident_memory_bytes", scrape.sum("process_resident_memory_bytes") / 1e6, "MB");
    line("size of a scrape", scrape.body().length() / 1e6, "MB");
    line("time of a scrape, median", Median.of(times), "ms");
    line("processor time", share * 100, "% of one core");
  }

  private static long failing(Scrape scrape) {
    return scrape.byTarget("lyncwatch_probe_success").values().stream().filter(v -> v < 1).count();
  }

  private static void line(String what, double value, String unit) {
    System.out.printf("%-32s %10.1f %s%n", what, value, unit);
  }
}
