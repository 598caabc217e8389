package io.lyncwatch.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Machine;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lab command says before anything listens. */
class LabCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_mistyped_fault_is_told_with_what_was_meant() {
    assertThat(run("lab", "--fault", "san-misssing")).isEqualTo(2);
    assertThat(err.toString()).contains("no fault 'san-misssing', did you mean 'san-missing'?");
  }

  @Test
  void help_names_what_the_lab_can_be() {
    assertThat(run("lab", "--help")).isEqualTo(0);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("director", "standard", "pool", "hosted", "hybrid")
        .contains("2010, 2013, 2015, 2019")
        .contains("web-ticket, oauth, both")
        .contains("current, 1.0");
  }

  @Test
  void every_fault_is_listed_in_one_line() {
    assertThat(run("lab", "--faults")).isEqualTo(0);
    assertThat(out.toString())
        .contains("rewrite-missing[=404|start-page]: ")
        .contains("bridged-to-443: ")
        .contains("stale-node[=certificate|replica]: ");
  }

  @ParameterizedTest
  @CsvSource({
    "--topology star, 'star'",
    "--generation 2012, '2012'",
    "--tls 0.9, '0.9'",
    "--branch kerberos, 'kerberos'",
    "--generation 2010 --branch oauth, generation 2010 has no OAuth",
    "--topology standard --fault stale-node, a pool of several machines"
  })
  void what_cannot_be_is_wrong_usage(String options, String what) {
    assertThat(run(("lab " + options).split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(what);
  }

  private int run(String... arguments) {
    return Commands.on(Machine.local())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
