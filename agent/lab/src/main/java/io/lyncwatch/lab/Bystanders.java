package io.lyncwatch.lab;

import io.lyncwatch.lab.SamePort.Listening;
import io.lyncwatch.lab.SamePort.Opening;
import io.lyncwatch.lab.certificates.TlsContexts;
import io.lyncwatch.lab.certificates.TlsSide;
import io.lyncwatch.lab.journal.Journal;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.site.WebListener;
import io.lyncwatch.lab.socket.SilentListener;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Those that have nothing to do with Lync, and what they say to clients of Lync. */
final class Bystanders {
  private static final String SERVER = "Server";

  private final World world;
  private final TlsContexts tls;
  private final Journal journal;

  Bystanders(World world, TlsContexts tls, Journal journal) {
    this.world = world;
    this.tls = tls;
    this.journal = journal;
  }

  /** At what stands for 443. */
  List<Opening> https() {
    List<Opening> openings = new ArrayList<>();
    if (isThere(Bystander.HOTSPOT)) {
      openings.add(port -> listen(Bystander.HOTSPOT, port, shown(World.HOTSPOT_HOST)));
    }
    openings.addAll(silent());
    return openings;
  }

  /** At what stands for 80. */
  List<Opening> http() {
    List<Opening> openings = new ArrayList<>();
    for (Bystander bystander : List.of(Bystander.HOTSPOT, Bystander.PARKING_SERVICE)) {
      if (isThere(bystander)) {
        openings.add(port -> listen(bystander, port, Optional.empty()));
      }
    }
    openings.addAll(silent());
    return openings;
  }

  /** At the ports to which the proxy passes requests on. */
  List<Opening> behindProxy(boolean secure) {
    return isThere(Bystander.INTRANET)
        ? List.of(port ->
            listen(
                Bystander.INTRANET, port, secure ? shown(World.INTRANET_HOST) : Optional.empty()))
        : List.of();
  }

  private List<Opening> silent() {
    return isThere(Bystander.FIREWALL) ? List.of(this::listenSilently) : List.of();
  }

  private Listening listenSilently(int port) throws IOException {
    SilentListener listener = new SilentListener(at(Bystander.FIREWALL, port));
    return new Listening(listener.port(), listener);
  }

  private boolean isThere(Bystander bystander) {
    return world.bystanders().contains(bystander);
  }

  private Optional<TlsSide> shown(String host) {
    return Optional.of(tls.server(host, world.certificatesOf(host), unseen -> {}));
  }

  private Listening listen(Bystander bystander, int port, Optional<TlsSide> shown)
      throws IOException {
    String name = bystander.name().toLowerCase(Locale.ROOT);
    WebListener listener =
        new WebListener(
            at(bystander, port),
            shown,
            request -> {
              journal.record(new Visit(name, name, request));
              return answer(bystander, request);
            });
    return new Listening(listener.port(), listener);
  }

  private InetSocketAddress at(Bystander bystander, int port) {
    return new InetSocketAddress(world.topology().address(bystander), port);
  }

  private static Reply answer(Bystander bystander, Request request) {
    return switch (bystander) {
      case PARKING_SERVICE ->
          Pages.html(200, request.host() + " is for sale").with(SERVER, "parking");
      case HOTSPOT ->
          Pages.html(302, "Welcome to our guests")
              .with("Location", "http://" + World.HOTSPOT_HOST + "/login")
              .with("Cache-Control", "no-store");
      case INTRANET ->
          request.path().equals("/")
              ? Pages.html(200, "Intranet").with(SERVER, "Apache")
              : Pages.html(404, "Not Found").with(SERVER, "Apache");
      case FIREWALL, NOBODY -> throw new IllegalStateException(bystander + " says nothing");
    };
  }
}
