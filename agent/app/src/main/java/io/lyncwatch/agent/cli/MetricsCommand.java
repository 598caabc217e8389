package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.metrics.MetricCatalogue;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The catalogue of metrics. */
@Command(
    name = "metrics",
    description = "Lists every metric family with its type, its labels and what it says.")
final class MetricsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(MetricCatalogue.asText());
    out.flush();
  }
}
