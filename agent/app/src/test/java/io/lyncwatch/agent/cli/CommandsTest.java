package io.lyncwatch.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.kit.Kit;
import io.lyncwatch.discovery.finding.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  private static final Machine MACHINE =
      new Machine(
          () -> "host",
          () -> List.of(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.53"), 53)),
          Map.of("PROBE", "hunter2"),
          Path.of("home"),
          Path.of("no-service"),
          false);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void a_valid_file_is_summed_up() throws IOException {
    assertThat(check("domains: [{domain: contoso.example}]")).isEqualTo(0);
    assertThat(out).hasToString(file() + " is valid: 1 domain, 0 accounts, 1 resolver\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void problems_are_told_one_per_line_on_standard_error() throws IOException {
    assertThat(check("listen: here\ndomain: x\n")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            file() + ":1:1: 'domains' is missing",
            file()
                + ":1:9: listen: 'here' is not an address: write IP or IP:port, IPv6 as [IP]:port",
            file() + ":2:1: unknown key 'domain', did you mean 'domains'?");
  }

  @Test
  void an_unreadable_secret_is_a_problem_of_a_file_that_is_checked() throws IOException {
    assertThat(check(account("{env: UNSET}"))).isEqualTo(2);
  }

  @Test
  void a_readable_secret_is_none_and_is_not_shown() throws IOException {
    assertThat(check(account("{env: PROBE}"))).isEqualTo(0);
    assertThat(out.toString() + err).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|lyncwatch: Missing required subcommand|Try 'lyncwatch --help'.",
        "confg|lyncwatch: Unmatched argument at index 0: 'confg', did you mean 'config'?|Try"
            + " 'lyncwatch --help'.",
        "config check|lyncwatch: Missing required parameter: 'FILE'|Try 'lyncwatch config check"
            + " --help'.",
      })
  void wrong_usage_is_told_in_one_line_and_a_hint(String arguments, String what, String hint) {
    assertThat(run(arguments == null ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).containsExactly(what, hint);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--version", "--help", "config --help", "config check --help", "reasons --help"})
  void help_is_a_result(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(0);
    assertThat(out.toString()).isNotBlank();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_version_is_that_of_the_build() {
    run("--version");
    assertThat(out.toString()).matches("lyncwatch \\d+\\.\\d+.*\\R");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_is_in_the_catalogue(Reason reason) {
    run("reasons");
    assertThat(out.toString())
        .contains(reason.code() + " (" + reason.severity().label() + ")\n")
        .contains(reason.generalCause(), reason.generalCure(), reason.users());
  }

  @Test
  void the_catalogue_is_one_json_document() {
    run("reasons", "--output", "json");
    JsonNode reasons = JsonMapper.shared().readTree(out.toString()).get("reasons");
    assertThat(reasons.size()).isEqualTo(Reason.values().length);
    assertThat(reasons.get(0).propertyNames())
        .containsExactly("reason", "severity", "stages", "cause", "cure", "users", "runbook");
  }

  @Test
  void the_rules_that_ship_are_those_of_the_catalogue() throws IOException {
    run("reasons", "--output", "rules");

    assertThat(out).hasToString(Files.readString(Kit.CAUSES));
  }

  @Test
  void there_is_colour_where_a_terminal_shows_it() {
    commands(Ansi.ON).execute("reasons");
    assertThat(out.toString()).contains("\u001b[31merror\u001b[");
  }

  @Test
  void there_is_no_colour_elsewhere() {
    run("reasons");
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  private int check(String text) throws IOException {
    Files.writeString(file(), text);
    return run("config", "check", file().toString());
  }

  private Path file() {
    return folder.resolve("lyncwatch.yml");
  }

  private static String account(String password) {
    return """
    domains:
      - domain: contoso.example
        accounts: [{name: a, address: a@contoso.example, password: %s}]
    """
        .formatted(password);
  }

  private int run(String... arguments) {
    return commands(Ansi.OFF, arguments).execute(arguments);
  }

  private CommandLine commands(Ansi ansi, String... arguments) {
    return Commands.on(MACHINE, arguments)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setColorScheme(Help.defaultColorScheme(ansi));
  }
}
