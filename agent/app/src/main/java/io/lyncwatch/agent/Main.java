package io.lyncwatch.agent;

import io.lyncwatch.agent.cli.Commands;
import io.lyncwatch.agent.cli.ExitCode;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.discovery.tls.LegacyTls;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    beforeTlsLoads();
    Thread.currentThread().setUncaughtExceptionHandler(Main::end);
    System.exit(Commands.on(Machine.local(), arguments).execute(arguments));
  }

  /** A bug while it starts; threads that run already would keep alive what does nothing. */
  private static void end(Thread thread, Throwable bug) {
    bug.printStackTrace(System.err);
    System.exit(ExitCode.FAILED);
  }

  /** What the JVM reads only once, when the first TLS class loads: nothing may come before this. */
  private static void beforeTlsLoads() {
    LegacyTls.allow();
  }
}
