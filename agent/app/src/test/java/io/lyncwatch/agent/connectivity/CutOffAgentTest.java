package io.lyncwatch.agent.connectivity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.agent.run.Agent;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent on a machine whose network is away, and comes back. */
@Timeout(120)
class CutOffAgentTest {
  @TempDir private Path directory;

  @Test
  void nothing_is_said_of_the_targets_until_somebody_answers() throws Exception {
    try (SleepyResolver resolver = new SleepyResolver();
        Agent agent = Agent.start(configuration(resolver.address()))) {
      List<String> cutOff =
          scrapeUntil(
              agent.address(),
              lines -> value(lines, "lyncwatch_self_connected{", "0.0") && allRan(lines));
      assertThat(cutOff)
          .noneMatch(line -> line.startsWith("lyncwatch_finding{"))
          .noneMatch(line -> line.startsWith("lyncwatch_probe_success{"))
          .noneMatch(line -> line.contains("result=\"failure\"") && !line.endsWith(" 0.0"));
      assertThat(page(agent.address(), "/")).contains("This agent", "self_disconnected");

      resolver.wake();

      List<String> back =
          scrapeUntil(
              agent.address(),
              lines ->
                  value(lines, "lyncwatch_self_connected{", "1.0")
                      && lines.stream()
                              .filter(line -> line.startsWith("lyncwatch_probe_success{"))
                              .count()
                          == targets(lines));
      assertThat(back).anyMatch(line -> line.contains("reason=\"dns_nxdomain\""));
      assertThat(page(agent.address(), "/")).doesNotContain("This agent");
    }
  }

  private Configuration configuration(InetSocketAddress resolver) throws Exception {
    Path file = directory.resolve("lyncwatch.yml");
    Files.writeString(
        file,
        """
        vantage: lan
        listen: 127.0.0.1:0
        state-directory: %s
        resolvers:
          - {name: dc1, address: "127.0.0.1:%d", view: internal}
        domains:
          - domain: contoso.example
        """
            .formatted(directory.resolve("state"), resolver.getPort()),
        UTF_8);
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR).read(file).configuration();
  }

  private static boolean value(List<String> lines, String series, String value) {
    return lines.stream().anyMatch(line -> line.startsWith(series) && line.endsWith(" " + value));
  }

  private static boolean allRan(List<String> lines) {
    return lines.stream()
            .filter(line -> line.startsWith("lyncwatch_probe_last_run_timestamp_seconds{"))
            .count()
        == targets(lines);
  }

  private static long targets(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("lyncwatch_probe_interval_seconds{"))
        .count();
  }

  private static List<String> scrapeUntil(InetSocketAddress agent, Predicate<List<String>> enough) {
    return await()
        .atMost(Duration.ofSeconds(100))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> page(agent, "/metrics").lines().toList(), enough);
  }

  private static String page(InetSocketAddress agent, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + agent.getPort() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  /** Says nothing until it is woken; from then on that no name exists (RFC 1035 4.1.1). */
  private static final class SleepyResolver implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private volatile boolean awake;

    SleepyResolver() throws IOException {
      Thread.ofVirtual().start(this::serve);
    }

    InetSocketAddress address() {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void wake() {
      awake = true;
    }

    private void serve() {
      byte[] buffer = new byte[512];
      try {
        while (true) {
          DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
          socket.receive(packet);
          if (awake) {
            buffer[2] |= (byte) 0x80;
            buffer[3] = 3;
            socket.send(packet);
          }
        }
      } catch (IOException closed) {
        // the test is over
      }
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
