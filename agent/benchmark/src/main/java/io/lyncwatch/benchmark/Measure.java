package io.lyncwatch.benchmark;

import io.lyncwatch.discovery.tls.LegacyTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Prints what the agent costs. The arguments say which tables: {@code cost}, {@code sign-in},
 * {@code start}, {@code load}, {@code certificates}; without any, all of them.
 */
public final class Measure {
  private static final List<String> TABLES =
      List.of("cost", "sign-in", "start", "load", "certificates");

  private Measure() {}

  /** Measures; the system property {@code launcher} is the agent's launcher. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LegacyTls.allow();
    List<String> wanted = arguments.length == 0 ? TABLES : List.of(arguments);
    if (!Set.copyOf(TABLES).containsAll(wanted)) {
      System.err.println("measure: the tables are " + String.join(", ", TABLES));
      System.exit(2);
    }
    Path directory = Files.createTempDirectory("lyncwatch-measure");
    Launcher launcher = new Launcher(Path.of(System.getProperty("launcher")), directory);
    System.out.println("Logs and configurations are in " + directory);
    for (String table : wanted) {
      switch (table) {
        case "cost" -> new ProbeCost(launcher).print();
        case "sign-in" -> new SignInCost(launcher).print();
        case "start" -> new StartTimes(launcher).print();
        case "load" -> new Load(launcher).print();
        case "certificates" -> new Certificates(launcher).print();
        default -> throw new IllegalStateException(table);
      }
    }
  }
}
