package io.lyncwatch.agent.cli;

/** How this program was called, so that commands that it prints can be pasted. */
final class Program {
  private Program() {}

  /** The launcher's path as it was typed, or the plain name if there was no launcher. */
  static String name() {
    String typed = System.getProperty("lyncwatch.command", "lyncwatch");
    return typed.contains(" ") ? "'" + typed + "'" : typed;
  }
}
