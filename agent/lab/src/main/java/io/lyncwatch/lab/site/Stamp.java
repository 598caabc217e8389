package io.lyncwatch.lab.site;

import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The headers that IIS and the Lync web services put on every answer of a site. */
public final class Stamp {
  private final List<Reply.Header> always;
  private final boolean skype;
  private final RandomGenerator random;

  /** Those of one site; the random numbers become identifiers. */
  public Stamp(Site site, RandomGenerator random) {
    Generation generation = site.server().product().generation();
    this.always =
        List.of(
            new Reply.Header("Server", "Microsoft-IIS/" + generation.iis()),
            new Reply.Header("X-MS-Server-Fqdn", site.machine().fqdn()),
            new Reply.Header("X-Powered-By", "ASP.NET"),
            new Reply.Header("X-Content-Type-Options", "nosniff"));
    this.skype = generation.isSkype();
    this.random = random;
  }

  /** The same answer with all headers that it does not have yet. */
  Reply on(Request request, Reply reply) {
    Reply stamped = reply;
    for (Reply.Header header : headers(request)) {
      stamped = has(stamped, header.name()) ? stamped : stamped.with(header.name(), header.value());
    }
    return stamped;
  }

  private List<Reply.Header> headers(Request request) {
    List<Reply.Header> headers = new ArrayList<>(always);
    if (skype) {
      String id = new UUID(random.nextLong(), random.nextLong()).toString();
      headers.add(new Reply.Header("X-MS-Correlation-Id", id));
      headers.add(
          new Reply.Header("client-request-id", request.header("client-request-id").orElse(id)));
      if (request.scheme().equals("https")) {
        headers.add(
            new Reply.Header("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
      }
    }
    return headers;
  }

  private static boolean has(Reply reply, String name) {
    return reply.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }
}
