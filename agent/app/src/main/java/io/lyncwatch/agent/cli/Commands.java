package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.check.Nagios;
import io.lyncwatch.agent.config.Machine;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The list of commands, and what they have in common. */
public final class Commands {
  private static final Pattern AS_PLUGIN = Pattern.compile("^check .*--output[ =]nagios\\b");

  private Commands() {}

  /**
   * The command that the arguments name, or all of them where they begin with none. What picocli
   * reads of a command takes as long as a tenth of the start of the agent, so that it is asked for
   * no other.
   */
  public static CommandLine on(Machine machine, String... arguments) {
    Map<String, Supplier<Object>> commands = commands(machine);
    Set<String> wanted =
        Stream.of(arguments)
            .findFirst()
            .filter(commands::containsKey)
            .map(Set::of)
            .orElse(commands.keySet());
    CommandLine lyncwatch = new CommandLine(new LyncwatchCommand());
    commands.forEach((name, command) -> {
      if (wanted.contains(name)) {
        lyncwatch.addSubcommand(command.get());
      }
    });
    return lyncwatch
        .setParameterExceptionHandler((wrong, given) -> usage(wrong, given))
        .setExecutionExceptionHandler((bug, command, parsed) -> failed(bug, command));
  }

  /** All commands, in the order of the help; a new one is one line here. */
  private static Map<String, Supplier<Object>> commands(Machine machine) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(machine));
    commands.put("demo", DemoCommand::new);
    commands.put("check", () -> new CheckCommand(machine));
    commands.put("config", () -> configCommands(machine));
    commands.put("lab", LabCommand::new);
    commands.put("metrics", MetricsCommand::new);
    commands.put("reasons", ReasonsCommand::new);
    return commands;
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
