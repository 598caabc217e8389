package io.lyncwatch.agent.peer;

import io.lyncwatch.agent.kit.Sample;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus that scrapes and looks at its rules every second, asked over its HTTP API. */
final class PrometheusServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerProgram program;

  /** What is scraped. */
  record Job(String name, InetSocketAddress address, String path) {
    /** By the name that the alerts go by. */
    static Job ofAgent(InetSocketAddress address) {
      return new Job("lyncwatch", address, "/metrics");
    }

    private String text() {
      return "{job_name: %s, metrics_path: %s, static_configs: [{targets: [\"%s\"]}]}"
          .formatted(name, path, print(address));
    }
  }

  private PrometheusServer(
      Path directory, List<Job> jobs, List<Path> rules, List<InetSocketAddress> alertmanagers)
      throws IOException {
    String prometheus = PeerProgram.installed("prometheus", "prometheus");
    this.program =
        PeerProgram.serving(
            InetAddress.getLoopbackAddress(),
            directory.resolve("output"),
            new PeerProgram.Service() {
              @Override
              public List<String> command(InetSocketAddress at) throws IOException {
                return PrometheusServer.command(
                    prometheus, directory, jobs, rules, alertmanagers, at);
              }

              @Override
              public boolean answers(InetSocketAddress at) throws Exception {
                return get(at, "/-/ready").statusCode() == 200;
              }
            });
  }

  /** Starts one that keeps its files in that directory, and scrapes an agent. */
  static PrometheusServer scraping(InetSocketAddress address, Path directory) throws IOException {
    return scraping(address, directory, List.of());
  }

  /** Starts one that scrapes other programs too. */
  static PrometheusServer scraping(List<Job> jobs, Path directory) throws IOException {
    return new PrometheusServer(directory, jobs, List.of(), List.of());
  }

  /** Starts one with files of rules. */
  static PrometheusServer scraping(InetSocketAddress address, Path directory, List<Path> rules)
      throws IOException {
    return new PrometheusServer(directory, List.of(Job.ofAgent(address)), rules, List.of());
  }

  /** Starts one that sends what they say to an Alertmanager. */
  static PrometheusServer scraping(
      InetSocketAddress address, Path directory, List<Path> rules, InetSocketAddress alertmanager)
      throws IOException {
    return new PrometheusServer(
        directory, List.of(Job.ofAgent(address)), rules, List.of(alertmanager));
  }

  private static List<String> command(
      String prometheus,
      Path directory,
      List<Job> jobs,
      List<Path> rules,
      List<InetSocketAddress> alertmanagers,
      InetSocketAddress at)
      throws IOException {
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: [%s]
            alerting: {alertmanagers: [{static_configs: [{targets: [%s]}]}]}
            scrape_configs: [%s]
            """
                .formatted(
                    rules.stream()
                        .map(file -> '"' + file.toString() + '"')
                        .collect(Collectors.joining(", ")),
                    alertmanagers.stream()
                        .map(alertmanager -> '"' + print(alertmanager) + '"')
                        .collect(Collectors.joining(", ")),
                    jobs.stream().map(Job::text).collect(Collectors.joining(", "))));
    return List.of(
        prometheus,
        "--config.file=" + configuration,
        "--storage.tsdb.path=" + directory.resolve("data"),
        "--web.listen-address=" + print(at));
  }

  /** The values of all series that an expression of PromQL gives now, as Prometheus writes them. */
  List<String> query(String expression) throws Exception {
    return samples(expression).stream().map(Sample::value).toList();
  }

  /** The labels of all series that an expression gives now. */
  List<Map<String, String>> series(String expression) throws Exception {
    return samples(expression).stream().map(Sample::labels).toList();
  }

  /** All series that an expression gives now, with their values. */
  List<Sample> samples(String expression) throws Exception {
    return samples(expression, Instant.now());
  }

  /** The same as of a moment. */
  List<Sample> samples(String expression, Instant at) throws Exception {
    return result(expression, at)
        .map(series -> new Sample(labels(series), series.path("value").path(1).asString()))
        .toList();
  }

  private static Map<String, String> labels(JsonNode series) {
    return series
        .path("metric")
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, label -> label.getValue().asString()));
  }

  private Stream<JsonNode> result(String expression, Instant at) throws Exception {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    String body = get(program.address(), "/api/v1/query?query=" + query + "&time=" + at).body();
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
