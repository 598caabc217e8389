package io.lyncwatch.lab.site;

import io.lyncwatch.lab.ticket.TicketService;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.util.List;
import java.util.Map;

/** All that one site answers: Autodiscover, web tickets, and the other services of its server. */
public final class Application {
  private final Autodiscover autodiscover;
  private final TicketService tickets;
  private final Map<String, Reply> services;
  private final List<Reply.Header> stamp;

  /**
   * Puts a site together.
   *
   * @param services what is answered to any request for a path; paths in lower case, without a
   *     slash at the end
   */
  public Application(
      Autodiscover autodiscover, TicketService tickets, Map<String, Reply> services) {
    this.autodiscover = autodiscover;
    this.tickets = tickets;
    this.services = Map.copyOf(services);
    this.stamp =
        List.of(
            new Reply.Header("Server", "Microsoft-IIS/8.5"),
            new Reply.Header("X-MS-Server-Fqdn", autodiscover.site().machine().fqdn()),
            new Reply.Header("X-Powered-By", "ASP.NET"),
            new Reply.Header("X-Content-Type-Options", "nosniff"));
  }

  /** Answers any request; every answer carries the headers of IIS and of the Lync web services. */
  public Reply answer(Request request) {
    Reply reply = route(request);
    for (Reply.Header header : stamp) {
      reply = has(reply, header.name()) ? reply : reply.with(header.name(), header.value());
    }
    return reply;
  }

  private static boolean has(Reply reply, String name) {
    return reply.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  private Reply route(Request request) {
    String path = Paths.rewritten(request.path());
    if (Autodiscover.owns(path)) {
      return autodiscover.answer(request, path);
    }
    if (request.scheme().equals("http")) {
      return Pages.notFound();
    }
    return path.startsWith("/webticket/")
        ? tickets.answer(request)
        : services.getOrDefault(path, Pages.notFound());
  }
}
