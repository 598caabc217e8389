package io.lyncwatch.discovery.ticket;

import io.lyncwatch.discovery.text.Excerpt;
import io.lyncwatch.discovery.text.WebUrl;
import io.lyncwatch.discovery.text.XmlElement;
import io.lyncwatch.discovery.text.XmlReader;
import io.lyncwatch.discovery.text.XmlReading;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the metadata (WSDL, bare or wrapped by WS-MetadataExchange) of a web ticket service: every
 * {@code port} at any depth that has a name and an {@code address} with a location.
 */
public final class MetadataReader {
  private static final int LONGEST_NAME = 100;

  private MetadataReader() {}

  /**
   * Reads one body. Never throws, whatever it holds.
   *
   * @param base the URL that it came from, against which relative locations are resolved
   */
  public static TicketMetadata read(String body, URI base) {
    return switch (XmlReader.read(body)) {
      case XmlReading.Parsed(XmlElement root, var _) -> ports(root, base);
      case XmlReading.Refused(String detail) -> new TicketMetadata.Unreadable(detail);
    };
  }

  private static TicketMetadata ports(XmlElement root, URI base) {
    List<TicketMetadata.Port> ports =
        root.all("port").flatMap(element -> port(element, base)).toList();
    return ports.isEmpty()
        ? new TicketMetadata.Unreadable(
            Excerpt.of("the XML document " + root + " names no port with a usable URL", 200))
        : new TicketMetadata.Offered(ports);
  }

  private static Stream<TicketMetadata.Port> port(XmlElement element, URI base) {
    String name = Excerpt.of(element.attribute("name").orElse(""), LONGEST_NAME);
    Optional<String> location =
        element
            .all("address")
            .flatMap(address -> address.attribute("location").stream())
            .flatMap(text -> WebUrl.resolve(text, base).stream())
            .findFirst();
    return name.isEmpty()
        ? Stream.empty()
        : location.map(url -> new TicketMetadata.Port(name, url)).stream();
  }
}
