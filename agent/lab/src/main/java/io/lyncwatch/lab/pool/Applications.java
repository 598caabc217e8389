package io.lyncwatch.lab.pool;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.site.Gate;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The applications resource of UCWA, as far as a sign-in goes: a client lists them, makes one and
 * deletes it again. None is kept, so every identifier is taken for one that exists.
 */
final class Applications {
  private static final long FIRST_ID = 100_000_000_000L;

  private final String path;
  private final Gate gate;
  private final RandomGenerator random;

  /** The resource at a path; the random numbers name its applications. */
  Applications(String path, Gate gate, RandomGenerator random) {
    this.path = path;
    this.gate = gate;
    this.random = random;
  }

  /** What it serves, by path. */
  Map<String, Function<Request, Reply>> services() {
    String lower = path.toLowerCase(Locale.ROOT);
    return Map.of(lower, this::all, lower + "/*", this::one);
  }

  private Reply all(Request request) {
    return switch (request.method()) {
      case "GET" -> admitted(request, 200, resource("applications", path));
      case "POST" ->
          admitted(
              request,
              201,
              resource("application", path + "/" + random.nextLong(FIRST_ID, 10 * FIRST_ID)));
      default -> Pages.html(405, "405 - HTTP verb used to access this page is not allowed.");
    };
  }

  private Reply one(Request request) {
    return request.method().equals("DELETE")
        ? admitted(request, Reply.empty(204))
        : admitted(request, 200, resource("application", request.path()));
  }

  private Reply admitted(Request request, int status, String resource) {
    return admitted(request, Reply.of(status, "application/json; charset=utf-8", resource));
  }

  private Reply admitted(Request request, Reply reply) {
    return switch (gate.admit(request)) {
      case Gate.Passage.Refused(Reply refusal) -> refusal;
      case Gate.Passage.Admitted(User user) -> reply;
    };
  }

  /** A request's path comes back in it, and may hold anything. */
  private static String resource(String rel, String self) {
    return "{\"_links\":{\"self\":{\"href\":\"%s\"}},\"rel\":\"%s\"}"
        .formatted(self.replaceAll("[^A-Za-z0-9/._-]", ""), rel);
  }
}
