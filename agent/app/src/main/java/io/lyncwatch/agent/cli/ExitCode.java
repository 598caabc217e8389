package io.lyncwatch.agent.cli;

/** What a command's exit says; scripts rely on it. */
public final class ExitCode {
  /** All is well; warnings are allowed. */
  public static final int HEALTHY = 0;

  /** Something was found broken. */
  public static final int BROKEN = 1;

  /** The command or its configuration is wrong. */
  public static final int USAGE = 2;

  /** The agent itself failed, or could not tell. */
  public static final int FAILED = 3;

  private ExitCode() {}
}
