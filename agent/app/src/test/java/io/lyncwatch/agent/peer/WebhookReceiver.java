package io.lyncwatch.agent.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom Alertmanager calls: keeps what it is told. */
final class WebhookReceiver implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<Notification> notifications = new CopyOnWriteArrayList<>();

  /**
   * One call.
   *
   * @param receiver whom the route led to
   * @param group what tells it from others: a later call for the same group continues it
   * @param firing whether any of its alerts fires
   */
  record Notification(
      Instant at, String receiver, String group, boolean firing, List<Alert> alerts) {
    Notification {
      alerts = List.copyOf(alerts);
    }

    private static Notification of(JsonNode told) {
      return new Notification(
          Instant.now(),
          told.path("receiver").asString(),
          told.path("groupKey").asString(),
          told.path("status").asString().equals("firing"),
          told.path("alerts").valueStream().map(Alert::of).toList());
    }

    /** What people read. */
    String text() {
      return String.join("\n", alerts.stream().map(Alert::text).toList());
    }
  }

  /**
   * One alert of a call.
   *
   * @param fingerprint what tells it from others
   * @param began another moment if it was over in between
   * @param text summary and description
   */
  record Alert(String fingerprint, String began, String severity, String text) {
    private static Alert of(JsonNode told) {
      return new Alert(
          told.path("fingerprint").asString(),
          told.path("startsAt").asString(),
          told.path("labels").path("severity").asString(""),
          told.path("annotations").path("summary").asString("")
              + "\n"
              + told.path("annotations").path("description").asString(""));
    }
  }

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  /** Opens one at a free port. */
  static WebhookReceiver open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    WebhookReceiver receiver = new WebhookReceiver(server);
    server.createContext("/", receiver::take);
    server.start();
    return receiver;
  }

  private void take(HttpExchange exchange) throws IOException {
    notifications.add(Notification.of(JSON.readTree(exchange.getRequestBody().readAllBytes())));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Where it is. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All calls after a moment, in their order. */
  List<Notification> since(Instant moment) {
    return notifications.stream().filter(call -> call.at().isAfter(moment)).toList();
  }

  /** Those of them that begin something: what was last said of their groups is that it is over. */
  List<Notification> openingsSince(Instant moment) {
    Set<String> open = new HashSet<>();
    List<Notification> openings = new ArrayList<>();
    for (Notification call : notifications) {
      if (!call.firing()) {
        open.remove(call.group());
      } else if (open.add(call.group()) && call.at().isAfter(moment)) {
        openings.add(call);
      }
    }
    return openings;
  }

  /** Whether the last word on every group was that it is over. */
  boolean nothingFires() {
    Map<String, Boolean> last = new HashMap<>();
    notifications.forEach(call -> last.put(call.group(), call.firing()));
    return !last.containsValue(true);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
