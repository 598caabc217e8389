package io.lyncwatch.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a process of its own, as a supervisor starts and stops it. */
@Timeout(120)
class ProcessTest {
  /** What the JVM exits with after SIGTERM: 128 and the signal's number. */
  private static final int TERMINATED = 143;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir private Path directory;

  private DatagramSocket silentResolver;

  @BeforeEach
  void open() throws IOException {
    silentResolver = new DatagramSocket(0, LOOPBACK);
  }

  @AfterEach
  void close() {
    silentResolver.close();
  }

  @Test
  void an_agent_that_waits_for_answers_ends_when_it_is_told_to() throws Exception {
    Process agent = start(0);
    try {
      await().atMost(PATIENCE).until(() -> output().contains("metrics at http://127.0.0.1:"));

      agent.destroy();

      assertThat(agent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(agent.exitValue()).isEqualTo(TERMINATED);
      assertThat(output()).doesNotContain("Exception").doesNotContain("closing failed");
    } finally {
      agent.destroyForcibly();
    }
  }

  @Test
  void a_port_in_use_is_told_in_one_line() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      Process agent = start(taken.getLocalPort());
      try {
        assertThat(agent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isEqualTo(ExitCode.FAILED);
        assertThat(output().lines())
            .singleElement()
            .asString()
            .startsWith("lyncwatch: ")
            .contains("127.0.0.1:" + taken.getLocalPort());
      } finally {
        agent.destroyForcibly();
      }
    }
  }

  private Process start(int port) throws IOException {
    Path configuration =
        Files.writeString(
            directory.resolve("lyncwatch.yml"),
            """
            listen: 127.0.0.1:%d
            state-directory: state
            resolvers: [{name: silent, address: "127.0.0.1:%d", view: external}]
            domains: [{domain: contoso.example}]
            """
                .formatted(port, silentResolver.getLocalPort()));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--class-path",
            System.getProperty("java.class.path"),
            "io.lyncwatch.agent.Main",
            "run",
            "--config",
            configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start();
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"));
  }
}
