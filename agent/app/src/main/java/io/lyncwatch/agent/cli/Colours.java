package io.lyncwatch.agent.cli;

import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.discovery.finding.Severity;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colour where the terminal shows it. The text is never parsed for markup: it may quote what a
 * stranger wrote.
 */
final class Colours {
  private Colours() {}

  static String of(Problem problem, Ansi ansi) {
    return switch (problem.level()) {
      case ERROR -> in(Style.fg_red, problem.toString(), ansi);
      case WARNING -> in(Style.fg_yellow, problem.toString(), ansi);
    };
  }

  static String of(Severity severity, Ansi ansi) {
    return switch (severity) {
      case ERROR -> in(Style.fg_red, severity.label(), ansi);
      case WARNING -> in(Style.fg_yellow, severity.label(), ansi);
      case INFO -> severity.label();
    };
  }

  static String strong(String text, Ansi ansi) {
    return in(Style.bold, text, ansi);
  }

  private static String in(IStyle style, String text, Ansi ansi) {
    return ansi.enabled() ? style.on() + text + Style.reset.on() : text;
  }
}
