package io.lyncwatch.agent;

import io.lyncwatch.agent.cli.Commands;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.discovery.tls.LegacyTls;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    beforeTlsLoads();
    System.exit(Commands.on(Machine.local()).execute(arguments));
  }

  /** What the JVM reads only once, when the first TLS class loads: nothing may come before this. */
  private static void beforeTlsLoads() {
    LegacyTls.allow();
  }
}
