package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.SocketAddresses;
import io.lyncwatch.agent.run.Agent;
import io.lyncwatch.agent.web.CannotListenException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The agent. */
@Command(name = "run", description = "Runs the agent until it is told to stop.")
final class RunCommand implements Callable<Integer> {
  private final Machine machine;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path file;

  RunCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    try {
      Configuration configuration = new ConfigurationFile(machine, spec).read(file);
      Agent agent = Agent.start(configuration);
      PrintWriter err = spec.commandLine().getErr();
      String url = "http://" + SocketAddresses.print(agent.address(), 80);
      err.println("lyncwatch: status page at " + url + "/, metrics at " + url + "/metrics");
      err.flush();
      return StopSignal.closeOnSignal(agent);
    } catch (InvalidConfigurationException reported) {
      return ExitCode.USAGE;
    } catch (IllegalArgumentException e) {
      return Failure.tell(spec, e, ExitCode.USAGE);
    } catch (CannotListenException | UncheckedIOException e) {
      return Failure.tell(spec, e, ExitCode.FAILED);
    }
  }
}
