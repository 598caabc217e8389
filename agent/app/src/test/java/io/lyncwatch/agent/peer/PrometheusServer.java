package io.lyncwatch.agent.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus that scrapes one address and looks at its rules every second, asked over its HTTP
 * API.
 */
final class PrometheusServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerProgram program;

  private PrometheusServer(Path directory, InetSocketAddress scraped, List<Path> rules)
      throws IOException {
    String prometheus = PeerProgram.installed("prometheus", "prometheus");
    this.program =
        PeerProgram.serving(
            InetAddress.getLoopbackAddress(),
            directory.resolve("output"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) throws IOException {
                return PrometheusServer.command(prometheus, directory, scraped, rules, at);
              }

              @Override
              public boolean answers(InetSocketAddress at) throws Exception {
                return get(at, "/-/ready").statusCode() == 200;
              }
            });
  }

  /** Starts one that keeps its files in that directory. */
  static PrometheusServer scraping(InetSocketAddress address, Path directory) throws IOException {
    return scraping(address, directory, List.of());
  }

  /** Starts one with files of rules. */
  static PrometheusServer scraping(InetSocketAddress address, Path directory, List<Path> rules)
      throws IOException {
    return new PrometheusServer(directory, address, rules);
  }

  private static List<String> command(
      String prometheus,
      Path directory,
      InetSocketAddress scraped,
      List<Path> rules,
      InetSocketAddress at)
      throws IOException {
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: [%s]
            scrape_configs:
              - job_name: lyncwatch
                static_configs: [{targets: ["%s"]}]
            """
                .formatted(
                    rules.stream()
                        .map(file -> '"' + file.toString() + '"')
                        .collect(Collectors.joining(", ")),
                    print(scraped)));
    return List.of(
        prometheus,
        "--config.file=" + configuration,
        "--storage.tsdb.path=" + directory.resolve("data"),
        "--web.listen-address=" + print(at));
  }

  /** The values of all series that an expression of PromQL gives now, as Prometheus writes them. */
  List<String> query(String expression) throws Exception {
    return result(expression).map(series -> series.path("value").path(1).asString()).toList();
  }

  /** The labels of all series that an expression gives now. */
  List<Map<String, String>> series(String expression) throws Exception {
    return result(expression)
        .map(series ->
            series
                .path("metric")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, label -> label.getValue().asString())))
        .toList();
  }

  private Stream<JsonNode> result(String expression) throws Exception {
    String body =
        get(
                program.address(),
                "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
            .body();
    JsonNode answer = JSON.readTree(body);
    if (!answer.path("status").asString().equals("success")) {
      throw new IllegalArgumentException(body);
    }
    return answer.path("data").path("result").valueStream();
  }

  private HttpResponse<String> get(InetSocketAddress at, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://" + print(at) + path)).timeout(PATIENCE).build(),
        BodyHandlers.ofString());
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
