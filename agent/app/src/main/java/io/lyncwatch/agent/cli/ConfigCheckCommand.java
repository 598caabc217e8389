package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a configuration as the agent would, and its secrets too. */
@Command(
    name = "check",
    description = "Says whether the agent can run with a configuration file, and if not, why.")
final class ConfigCheckCommand implements Callable<Integer> {
  private final Machine machine;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The configuration file.")
  private Path file;

  ConfigCheckCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    try {
      Configuration configuration =
          new ConfigurationFile(machine, spec).read(file, Problem.Level.ERROR);
      PrintWriter out = spec.commandLine().getOut();
      out.println(file + " is valid: " + summary(configuration));
      out.flush();
      return ExitCode.HEALTHY;
    } catch (InvalidConfigurationException reported) {
      return ExitCode.USAGE;
    }
  }

  private static String summary(Configuration configuration) {
    int accounts = configuration.domains().stream().mapToInt(d -> d.accounts().size()).sum();
    return String.join(
        ", ",
        count(configuration.domains().size(), "domain"),
        count(accounts, "account"),
        count(configuration.resolvers().size(), "resolver"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
