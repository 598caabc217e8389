package io.lyncwatch.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.demo.LabFiles;
import io.lyncwatch.agent.peer.PeerProgram;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code check} prints for a new certificate is taken by the program that it is for. */
@Timeout(120)
class AcceptedRequestTest {
  @TempDir private Path directory;

  @Test
  void openssl_makes_a_request_of_it_with_all_the_names() throws Exception {
    String openssl = PeerProgram.installed("openssl", "openssl");
    Path nothing = Files.writeString(directory.resolve("nothing"), "");
    Path said = directory.resolve("said");
    List<String> printed = printedRequest();
    String file = printed.getFirst().replaceFirst(".* -config (\\S+)\\.cnf$", "$1");
    Files.write(directory.resolve(file + ".cnf"), printed);
    String command = printed.getFirst().replaceFirst("^# ", "");

    int made =
        PeerProgram.run(nothing, said, List.of("sh", "-c", "cd '" + directory + "' && " + command));
    assertThat(made).as(Files.readString(said)).isEqualTo(0);

    Path request = directory.resolve(file + ".csr");
    PeerProgram.run(
        nothing, said, List.of(openssl, "req", "-noout", "-text", "-in", request.toString()));
    assertThat(Files.readString(said))
        .containsPattern("Subject: CN ?= ?dirweb.contoso.example")
        .contains("DNS:dirweb.contoso.example, DNS:lyncdiscover.fabrikam.example")
        .contains("2048 bit", "sha256With");
  }

  /** What stands between the marks; the first line says how to use it. */
  private List<String> printedRequest() throws Exception {
    try (Lab lab =
        Lab.start(
            LabSettings.defaults()
                .withDomains("contoso.example", "fabrikam.example")
                .withFault(Fault.parse("san-missing=fabrikam.example")))) {
      LabFiles files = LabFiles.write(lab, directory, LabFiles.everybody(lab), "127.0.0.1:0");
      return check(files, "fabrikam.example")
          .lines()
          .dropWhile(
              line -> !line.matches("#---- dirweb[.]contoso[.]example-[0-9a-f]{8}[.]cnf begins"))
          .skip(1)
          .takeWhile(line -> !line.endsWith(".cnf ends"))
          .toList();
    }
  }

  private String check(LabFiles files, String domain) {
    StringWriter out = new StringWriter();
    Machine machine =
        new Machine(
            () -> "host", List::of, Map.of(), directory, directory.resolve("no-service"), false);
    CommandLine command = Commands.on(machine);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(new StringWriter(), true));
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    assertThat(command.execute("check", "--config", files.configuration().toString(), domain))
        .isEqualTo(0);
    return out.toString();
  }
}
