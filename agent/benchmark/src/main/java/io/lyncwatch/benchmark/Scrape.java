package io.lyncwatch.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One answer of {@code /metrics}.
 *
 * @param body in Prometheus text
 * @param took from the request to the last byte
 */
record Scrape(String body, Duration took) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** None if nobody listens yet. */
  static Optional<Scrape> of(int port) throws InterruptedException {
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        return Optional.empty();
      }
      return Optional.of(new Scrape(answer.body(), Duration.ofNanos(System.nanoTime() - start)));
    } catch (IOException nobodyListens) {
      return Optional.empty();
    }
  }

  /** The samples of a family by the target they tell of, written as the product writes targets. */
  Map<String, Double> byTarget(String family) {
    return body.lines()
        .filter(line -> line.startsWith(family + "{"))
        .collect(Collectors.toMap(Scrape::target, Scrape::value));
  }

  /** The sum of all samples of a family. */
  double sum(String family) {
    return body.lines()
        .filter(line -> line.startsWith(family + "{") || line.startsWith(family + " "))
        .mapToDouble(Scrape::value)
        .sum();
  }

  private static String target(String line) {
    Map<String, String> labels =
        LABEL.matcher(line).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    return labels.get("probe")
        + "/"
        + labels.get("view")
        + "/"
        + labels.get("domain")
        + "/"
        + labels.get("target");
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
