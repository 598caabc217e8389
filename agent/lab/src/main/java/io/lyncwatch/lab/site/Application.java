package io.lyncwatch.lab.site;

import io.lyncwatch.lab.ticket.WebTicketDirectory;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.ApplicationState;
import io.lyncwatch.lab.world.FrontPage;
import io.lyncwatch.lab.world.Iis;
import java.util.Map;
import java.util.function.Function;

/** All that one site answers: Autodiscover, web tickets, and the other services of its server. */
public final class Application {
  private final Autodiscover autodiscover;
  private final WebTicketDirectory tickets;
  private final Map<String, Function<Request, Reply>> services;
  private final Iis iis;
  private final Stamp stamp;

  /**
   * Puts a site together.
   *
   * @param services by path, in lower case and without a slash at the end; {@code /*} at the end
   *     stands for any one more step
   */
  public Application(
      Autodiscover autodiscover,
      WebTicketDirectory tickets,
      Map<String, Function<Request, Reply>> services,
      Iis iis,
      Stamp stamp) {
    this.autodiscover = autodiscover;
    this.tickets = tickets;
    this.services = Map.copyOf(services);
    this.iis = iis;
    this.stamp = stamp;
  }

  /**
   * Answers any request; every answer carries the headers of IIS and of the Lync web services, but
   * for those that are given before these have a say.
   */
  public Reply answer(Request request) {
    String plain = Paths.plain(request.path());
    String path = iis.frontPage() == FrontPage.REWRITTEN ? Paths.rewritten(plain) : plain;
    if (Autodiscover.owns(path) && iis.autodiscover() == ApplicationState.STOPPED) {
      return Pages.unavailable();
    }
    if (Autodiscover.owns(path) && iis.autodiscover() == ApplicationState.DAMAGED) {
      return Pages.damaged();
    }
    if (ownsTickets(path) && iis.hasTicketServiceDamaged()) {
      return Pages.damaged();
    }
    return stamp.on(request, route(request, path));
  }

  private Reply route(Request request, String path) {
    boolean plain = request.scheme().equals("http");
    if (plain && iis.demandsTls()) {
      return Pages.tlsDemanded();
    }
    if (path.isEmpty() && iis.frontPage() == FrontPage.START_PAGE) {
      return Pages.html(200, "IIS Windows Server");
    }
    if (Autodiscover.owns(path)) {
      return iis.autodiscover() == ApplicationState.RUNNING
          ? autodiscover.answer(request, path)
          : Pages.notFound();
    }
    if (plain) {
      return Pages.notFound();
    }
    return ownsTickets(path) ? tickets.answer(request) : service(path).apply(request);
  }

  private static boolean ownsTickets(String path) {
    return path.startsWith("/webticket/");
  }

  private Function<Request, Reply> service(String path) {
    String parent = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return services.getOrDefault(
        path, services.getOrDefault(parent + "/*", request -> Pages.notFound()));
  }
}
