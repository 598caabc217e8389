package io.lyncwatch.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts commands of the product as an operator does.
 *
 * @param program {@code agent/bin/lyncwatch}; it turns into the JVM, so that the process that is
 *     started is the one to look at
 * @param directory where what the commands write is kept
 */
record Launcher(Path program, Path directory) {
  /** Its standard output can be read; the rest is in {@code name.log}. */
  Process start(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    File log = directory.resolve(name + ".log").toFile();
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
  }
}
