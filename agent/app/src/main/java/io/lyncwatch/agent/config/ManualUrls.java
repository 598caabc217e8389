package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.report.Side;
import io.lyncwatch.discovery.walk.EntryPoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code discovery}: {@code auto}, or the URLs that users type. */
final class ManualUrls {
  private static final String AUTO = "auto";
  private static final String TYPED = "/Autodiscover/autodiscoverservice.svc/Root";

  /** As the article of 2010 prints it for the internal URL; no server has it. */
  private static final String MISPRINT = "/AutoDiscover/AutoDiscover.svc/Root";

  private ManualUrls() {}

  /** What the setting says, the internal URL first; none for {@code auto}. */
  static List<EntryPoint.Manual> read(Setting setting, ShownSides shown) {
    if (setting.single()) {
      setting.parsed(ManualUrls::auto);
      return List.of();
    }
    return setting.section().map(section -> read(setting, section, shown)).orElse(List.of());
  }

  private static String auto(String word) {
    if (!word.equals(AUTO)) {
      throw new IllegalArgumentException(
          "write 'auto', or the URLs that users type: {internal: URL, external: URL}");
    }
    return word;
  }

  private static List<EntryPoint.Manual> read(Setting setting, Section section, ShownSides shown) {
    Optional<Setting> internal = section.get("internal");
    Optional<Setting> external = section.get("external");
    section.end();
    shown.remark(section, Side.INTERNAL); // the external one is asked on either side
    if (internal.isEmpty() && external.isEmpty()) {
      setting.error("expected 'internal' or 'external' or both");
    }
    return Stream.concat(
            internal.flatMap(url -> url(url, Side.INTERNAL)).stream(),
            external.flatMap(url -> url(url, Side.EXTERNAL)).stream())
        .toList();
  }

  private static Optional<EntryPoint.Manual> url(Setting setting, Side side) {
    Optional<String> text = setting.text();
    Optional<EntryPoint.Manual> url =
        setting.parsed(ManualUrls::endpoint).map(endpoint -> new EntryPoint.Manual(side, endpoint));
    if (url.isPresent()) {
      text.flatMap(TypedUrl::parse)
          .flatMap(typed -> doubt(typed.path(), url.get()))
          .ifPresent(doubt -> setting.problem(Level.WARNING, doubt));
    }
    return url;
  }

  private static Endpoint endpoint(String text) {
    TypedUrl url =
        TypedUrl.parse(text)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'" + text + "' is not a manual URL: write https://HOST" + TYPED));
    if (!url.scheme().equals("https")) {
      throw new IllegalArgumentException(
          "clients take a manual URL over https only: write https://" + url.host() + TYPED);
    }
    String host = WholeNames.parse(url.host());
    String path = url.path();
    if (!path.isEmpty() && !path.equalsIgnoreCase(TYPED) && !path.equalsIgnoreCase(MISPRINT)) {
      throw new IllegalArgumentException(
          "the service is not at '" + path + "': write https://" + host + TYPED);
    }
    return new Endpoint(host, url.port());
  }

  /** What the operator should know of a URL with which the agent can do its work all the same. */
  private static Optional<String> doubt(String path, EntryPoint.Manual url) {
    if (path.equalsIgnoreCase(MISPRINT)) {
      return Optional.of("no server has '" + path + "', a misprint of old guides; asking " + url);
    }
    return path.isEmpty()
        ? Optional.of("names no path, as users have to when they type it; asking " + url)
        : Optional.empty();
  }
}
