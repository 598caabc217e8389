package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.Resolver;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code proxy}: the forward proxy of each view. */
final class ForwardProxies {
  private static final int HIGHEST_PORT = 65_535;

  private ForwardProxies() {}

  /**
   * What the section says.
   *
   * @param resolvers none if they could not be read, which is a problem of its own
   */
  static Map<View, Endpoint> read(Section section, List<Resolver> resolvers) {
    Map<View, Endpoint> proxies = new EnumMap<>(View.class);
    for (View view : View.values()) {
      section
          .value(view.label(), ForwardProxies::endpoint)
          .ifPresent(proxy -> {
            proxies.put(view, proxy);
            remark(section, view, resolvers);
          });
    }
    section.end();
    return proxies;
  }

  private static void remark(Section section, View view, List<Resolver> resolvers) {
    if (!resolvers.isEmpty() && resolvers.stream().noneMatch(each -> each.view() == view)) {
      section
          .get(view.label())
          .ifPresent(setting ->
              setting.problem(
                  Level.WARNING, "has no effect: no resolver has the view " + view.label()));
    }
  }

  private static Endpoint endpoint(String text) {
    TypedUrl url =
        TypedUrl.parse(text)
            .filter(typed -> typed.scheme().equals("http") && typed.path().isEmpty())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'" + text + "' is not a forward proxy: write http://HOST:PORT"));
    if (url.port() < 1 || url.port() > HIGHEST_PORT) {
      throw new IllegalArgumentException("port " + url.port() + " is not between 1 and 65535");
    }
    return new Endpoint(HostNames.canonical(url.host()), url.port());
  }
}
