package io.lyncwatch.discovery.ticket;

import java.util.List;
import java.util.Optional;

/** What the metadata of a web ticket service says. */
public sealed interface TicketMetadata {
  /**
   * The ways in that the service offers.
   *
   * @param ports in the order of the document, never empty
   */
  record Offered(List<Port> ports) implements TicketMetadata {
    /** Copies the list. */
    public Offered {
      ports = List.copyOf(ports);
    }

    /** Where to ask on that port, if the service has it. */
    public Optional<String> location(TicketPort port) {
      return location(port.portName());
    }

    /** Where to ask on the port of that name, regardless of case; the first one if several. */
    public Optional<String> location(String name) {
      return ports.stream()
          .filter(port -> port.name().equalsIgnoreCase(name))
          .map(Port::location)
          .findFirst();
    }
  }

  /**
   * It is no metadata, or names no port that could be used.
   *
   * @param detail one line of what it is instead, safe to show
   */
  record Unreadable(String detail) implements TicketMetadata {}

  /**
   * One way in.
   *
   * @param name as the service calls it, one of {@link TicketPort} or unknown
   * @param location an absolute http or https URL
   */
  record Port(String name, String location) {}
}
