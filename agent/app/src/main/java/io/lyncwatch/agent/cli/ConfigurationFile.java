package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.InvalidConfigurationException;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.discovery.SipDomain;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Reads the configuration for a command and prints what is wrong with it, one line each. */
final class ConfigurationFile {
  private final Machine machine;
  private final CommandSpec spec;

  ConfigurationFile(Machine machine, CommandSpec spec) {
    this.machine = machine;
    this.spec = spec;
  }

  /** What holds where there is no file. */
  Configuration smallest(SipDomain domain) throws InvalidConfigurationException {
    try {
      return new ConfigurationReader(machine, Problem.Level.WARNING).smallest(domain);
    } catch (InvalidConfigurationException invalid) {
      print(invalid.problems());
      throw invalid;
    }
  }

  /** Reads it; an unreadable secret is a warning, because it may be there at the next sign-in. */
  Configuration read(Path file) throws InvalidConfigurationException {
    return read(file, Problem.Level.WARNING);
  }

  Configuration read(Path file, Problem.Level unreadableSecrets)
      throws InvalidConfigurationException {
    try {
      ConfigurationReader.Reading reading =
          new ConfigurationReader(machine, unreadableSecrets).read(file);
      print(reading.warnings());
      return reading.configuration();
    } catch (InvalidConfigurationException invalid) {
      print(invalid.problems());
      throw invalid;
    }
  }

  private void print(List<Problem> problems) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    PrintWriter err = spec.commandLine().getErr();
    problems.forEach(problem -> err.println(Colours.of(problem, ansi)));
    err.flush();
  }
}
