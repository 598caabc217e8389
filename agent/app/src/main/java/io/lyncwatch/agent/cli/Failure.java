package io.lyncwatch.agent.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Tells people in one line why a command could not do its work. */
final class Failure {
  private Failure() {}

  /** Prints the line and gives the code to exit with. */
  static int tell(CommandSpec spec, Throwable why, int exitCode) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("lyncwatch: " + why.getMessage());
    err.flush();
    return exitCode;
  }
}
