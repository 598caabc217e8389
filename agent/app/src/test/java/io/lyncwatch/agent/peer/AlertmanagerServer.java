package io.lyncwatch.agent.peer;

import io.lyncwatch.agent.kit.Kit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Alertmanager with the shipped example, which sends to a {@link WebhookReceiver}. Before it
 * first tells of a group it waits for one second instead of ten, and before it tells more of it for
 * five seconds instead of five minutes. After how long it repeats itself is as shipped.
 */
final class AlertmanagerServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerProgram program;

  private AlertmanagerServer(Path directory, WebhookReceiver receiver) throws IOException {
    String alertmanager =
        PeerProgram.installed("prometheus-alertmanager", "prometheus-alertmanager");
    Path configuration =
        Files.writeString(directory.resolve("alertmanager.yml"), sendingTo(receiver));
    this.program =
        PeerProgram.serving(
            InetAddress.getLoopbackAddress(),
            directory.resolve("output"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) {
                return List.of(
                    alertmanager,
                    "--config.file=" + configuration,
                    "--storage.path=" + directory.resolve("data"),
                    "--cluster.listen-address=",
                    "--web.listen-address=" + print(at));
              }

              @Override
              public boolean answers(InetSocketAddress at) throws Exception {
                return get(at, "/-/ready").statusCode() == 200;
              }
            });
  }

  /** Starts one that keeps its files in that directory. */
  static AlertmanagerServer sendingTo(WebhookReceiver receiver, Path directory) throws IOException {
    return new AlertmanagerServer(directory, receiver);
  }

  private static String sendingTo(WebhookReceiver receiver) throws IOException {
    return Files.readString(Kit.ALERTMANAGER)
        .replace("group_wait: 10s", "group_wait: 1s")
        .replace("group_interval: 5m", "group_interval: 5s")
        .replaceAll(
            "(?m)^  - name: (pager|tickets)$",
            "  - {name: $1, webhook_configs: [{send_resolved: true, url: '%s/$1'}]}"
                .formatted(receiver.url()));
  }

  /** The names of all alerts that fire, also of those that it holds back. */
  Set<String> alerts() throws Exception {
    return JSON.readTree(get(address(), "/api/v2/alerts").body())
        .valueStream()
        .map(alert -> alert.path("labels").path("alertname").asString())
        .collect(Collectors.toSet());
  }

  private HttpResponse<String> get(InetSocketAddress at, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://" + print(at) + path)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }

  /** Where Prometheus sends alerts. */
  InetSocketAddress address() {
    return program.address();
  }

  private static String print(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  @Override
  public void close() {
    program.close();
    client.close();
  }
}
