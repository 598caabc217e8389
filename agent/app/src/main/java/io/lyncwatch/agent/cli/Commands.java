package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.check.Nagios;
import io.lyncwatch.agent.config.Machine;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The list of commands, and what they have in common. */
public final class Commands {
  private static final Pattern AS_PLUGIN = Pattern.compile("^check .*--output[ =]nagios\\b");

  private Commands() {}

  /** All commands; a new one is one line here. */
  public static CommandLine on(Machine machine) {
    return new CommandLine(new LyncwatchCommand())
        .addSubcommand(new RunCommand(machine))
        .addSubcommand(new DemoCommand())
        .addSubcommand(new CheckCommand(machine))
        .addSubcommand(configCommands(machine))
        .addSubcommand(new LabCommand())
        .addSubcommand(new MetricsCommand())
        .addSubcommand(new ReasonsCommand())
        .setParameterExceptionHandler((wrong, arguments) -> usage(wrong, arguments))
        .setExecutionExceptionHandler((bug, command, parsed) -> failed(bug, command));
  }

  private static CommandLine configCommands(Machine machine) {
    return new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCheckCommand(machine));
  }

  /**
   * One line on what is wrong, one on where to look. To who runs a plugin of Nagios that is neither
   * a usage error nor critical, but unknown.
   */
  private static int usage(ParameterException wrong, String... arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("lyncwatch: " + firstLine(wrong) + suggestion(wrong));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    if (AS_PLUGIN.matcher(String.join(" ", arguments)).find()) {
      command.getOut().print(Nagios.unknown(command.getCommandName(), firstLine(wrong)));
      command.getOut().flush();
      return ExitCode.FAILED;
    }
    return ExitCode.USAGE;
  }

  private static String suggestion(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException unmatched
        ? unmatched.getSuggestions().stream()
            .findFirst()
            .map(near -> ", did you mean '" + near.replaceFirst(".* ", "") + "'?")
            .orElse("")
        : "";
  }

  /** A bug: the whole of it, so that it can be reported. */
  private static int failed(Exception bug, CommandLine command) {
    bug.printStackTrace(command.getErr());
    command.getErr().flush();
    return ExitCode.FAILED;
  }

  private static String firstLine(Exception exception) {
    return String.valueOf(exception.getMessage()).lines().findFirst().orElse("wrong usage");
  }
}
