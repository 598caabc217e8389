package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.View;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands below {@code endpoints}: {@code host} or {@code host:port}, alone or with the
 * view in which it is watched.
 */
final class ListedEndpointReader {
  private static final Pattern FORM = Pattern.compile("(?<host>[^:/]+)(?::(?<port>\\d{1,5}))?");
  private static final int HTTPS = 443;

  private final Set<View> shown;
  private final Set<ListedEndpoint> read = new HashSet<>();

  /**
   * @param shown the views that resolvers show; none if they could not be read
   */
  ListedEndpointReader(Set<View> shown) {
    this.shown = shown;
  }

  Optional<ListedEndpoint> endpoint(Setting item) {
    return item.single()
        ? item.parsed(text -> listed(text, Optional.empty()))
        : item.section().flatMap(this::endpoint);
  }

  private Optional<ListedEndpoint> endpoint(Section section) {
    Optional<View> view = section.word("view", View.values(), View::label);
    view.filter(one -> !shown.isEmpty() && !shown.contains(one))
        .flatMap(one -> section.get("view"))
        .ifPresent(
            setting -> setting.problem(Level.WARNING, "has no effect: no resolver has this view"));
    Optional<ListedEndpoint> endpoint =
        section.requiredValue("endpoint", text -> listed(text, view));
    section.end();
    return endpoint;
  }

  private ListedEndpoint listed(String text, Optional<View> view) {
    ListedEndpoint listed = new ListedEndpoint(parsed(text), view);
    if (!read.add(listed)) {
      throw new IllegalArgumentException("'" + listed.endpoint() + "' is listed already");
    }
    return listed;
  }

  private static Endpoint parsed(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an endpoint: write host or host:port, without https://");
    }
    String port = form.group("port");
    return new Endpoint(
        WholeNames.parse(form.group("host")), port == null ? HTTPS : Integer.parseInt(port));
  }
}
