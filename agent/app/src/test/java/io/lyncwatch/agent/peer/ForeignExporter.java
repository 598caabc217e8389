package io.lyncwatch.agent.peer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What else a Prometheus scrapes beside the agent: a program whose metrics have the same names
 * where every program of its kind has them, and one that is down.
 */
final class ForeignExporter implements AutoCloseable {
  private static final byte[] METRICS =
      """
      process_cpu_seconds_total 1000000
      process_resident_memory_bytes 1000000000000
      jvm_memory_used_bytes{area="heap"} 1000000000000
      """
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  private ForeignExporter(HttpServer server) {
    this.server = server;
  }

  /** Opens one at a free port. */
  static ForeignExporter open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, METRICS.length);
          exchange.getResponseBody().write(METRICS);
          exchange.close();
        });
    server.start();
    return new ForeignExporter(server);
  }

  /** As what it is scraped; nothing is at the second path. */
  List<PrometheusServer.Job> jobs() {
    return List.of(
        new PrometheusServer.Job("foreign", server.getAddress(), "/metrics"),
        new PrometheusServer.Job("down", server.getAddress(), "/nothing"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
