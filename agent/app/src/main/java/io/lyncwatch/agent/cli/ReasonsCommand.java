package io.lyncwatch.agent.cli;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of what can be found wrong. */
@Command(
    name = "reasons",
    description = "Lists every reason that a finding can have, with its cause and cure.")
final class ReasonsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Form output;

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description =
          "Only the likely reasons for a message that somebody reads out from a phone, the"
              + " likeliest first. Of many reasons no source tells what phones show.")
  private @Nullable String message;

  /** How the catalogue is printed. */
  enum Form {
    /** For people. */
    text,
    /** For programs. */
    json,
    /** For Prometheus. */
    rules
  }

  /** One reason as JSON shows it; names and order are a contract. */
  record Entry(
      String reason,
      String severity,
      List<String> stages,
      String cause,
      String cure,
      String users,
      String runbook) {
    static Entry of(Reason reason) {
      return new Entry(
          reason.code(),
          reason.severity().label(),
          reason.stages().stream().map(Stage::label).toList(),
          reason.generalCause(),
          reason.generalCure(),
          reason.users(),
          Runbook.of(reason));
    }
  }

  /** The JSON document. */
  record Catalogue(List<Entry> reasons) {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (output) {
          case text -> text(reasons(), spec.commandLine().getColorScheme().ansi());
          case json -> json(reasons());
          case rules -> CauseRules.of(reasons());
        });
    out.flush();
  }

  private List<Reason> reasons() {
    return message == null ? List.of(Reason.values()) : MessageSearch.likely(message);
  }

  private static String text(List<Reason> reasons, Ansi ansi) {
    return reasons.isEmpty()
        ? "No reason is known for that message; 'check' looks at the deployment itself.\n"
        : reasons.stream().map(reason -> text(reason, ansi)).collect(Collectors.joining("\n"));
  }

  private static String text(Reason reason, Ansi ansi) {
    Entry entry = Entry.of(reason);
    return """
    %s (%s)
      stages: %s
      cause:  %s
      cure:   %s
      users:  %s
      more:   %s
    """
        .formatted(
            Colours.strong(entry.reason(), ansi),
            Colours.of(reason.severity(), ansi),
            String.join(", ", entry.stages()),
            entry.cause(),
            entry.cure(),
            entry.users(),
            entry.runbook());
  }

  private static String json(List<Reason> reasons) {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(new Catalogue(reasons.stream().map(Entry::of).toList()))
        + "\n";
  }
}
