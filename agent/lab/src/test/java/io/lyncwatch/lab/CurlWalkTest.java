package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab before programs that nobody of this project wrote: curl and openssl. */
class CurlWalkTest {
  private static final Path SCRIPT = Path.of("bin", "curl-walk").toAbsolutePath();

  @TempDir Path directory;

  /** What the script said, on either stream, and its exit code. */
  private record Outcome(int code, String text) {}

  @BeforeAll
  static void find_the_programs() {
    for (String program : List.of("bash", "curl", "openssl")) {
      boolean installed =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      if ("true".equals(System.getenv("CI"))) {
        assertThat(installed).as("%s is installed", program).isTrue();
      }
      assumeTrue(installed, program + " is not installed");
    }
  }

  @Test
  void curl_signs_in_from_outside_through_the_proxy() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Outcome walk = walk(lab, lab.externalDns(), "lyncdiscover.", "bob@contoso.example");
      assertThat(walk.text()).contains("home pool fe02.corp.contoso.example");
      assertThat(walk.code()).isZero();
    }
  }

  @Test
  void curl_signs_in_from_inside() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      Outcome walk = walk(lab, lab.internalDns(), "lyncdiscoverinternal.", "alice@contoso.example");
      assertThat(walk.text()).contains("home pool fe01.corp.contoso.example");
      assertThat(walk.code()).isZero();
    }
  }

  @Test
  void openssl_refuses_the_chain_of_an_expired_certificate() throws Exception {
    Fault expired = Fault.parse("certificate-expired=webpool01.contoso.example");
    try (Lab lab = Lab.start(LabSettings.defaults().withFault(expired))) {
      Outcome walk = walk(lab, lab.externalDns(), "lyncdiscover.", "alice@contoso.example");
      assertThat(walk.text())
          .contains("surprise at chain of webpool01.contoso.example")
          .contains("certificate has expired");
      assertThat(walk.code()).isEqualTo(1);
    }
  }

  private Outcome walk(Lab lab, InetSocketAddress dns, String record, String address)
      throws IOException, InterruptedException {
    User user = lab.user(address);
    Path password = Files.writeString(directory.resolve("password"), user.password() + "\n");
    Path root = Files.writeString(directory.resolve("root.pem"), lab.rootPem());
    Path said = directory.resolve("said");
    List<String> command =
        new ArrayList<>(List.of("bash", SCRIPT.toString(), "--host", record + "contoso.example"));
    command.addAll(List.of("--address", address, "--user", user.domain() + "\\" + user.name()));
    command.addAll(List.of("--password-file", password.toString(), "--root", root.toString()));
    Stream<String> hosts =
        Stream.concat(lab.webNames().stream(), Stream.of(record + "contoso.example"));
    for (String host : hosts.filter(host -> knows(dns, host)).toList()) {
      String at = Client.address(dns, host).getHostAddress();
      command.addAll(List.of("--connect-to", host + ":443:" + at + ":" + lab.httpsPort()));
      command.addAll(List.of("--connect-to", host + ":80:" + at + ":" + lab.httpPort()));
    }
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Outcome(process.waitFor(), Files.readString(said));
  }

  private static boolean knows(InetSocketAddress dns, String host) {
    try {
      Client.address(dns, host);
      return true;
    } catch (IOException none) {
      return false;
    }
  }
}
