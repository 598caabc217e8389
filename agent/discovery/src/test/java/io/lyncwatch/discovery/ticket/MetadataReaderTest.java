package io.lyncwatch.discovery.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lyncwatch.discovery.text.TestingTexts;
import java.net.URI;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
  private static final URI BASE =
      URI.create("https://web.fabrikam.example/WebTicket/WebTicketService.svc/mex");
  private static final String METADATA =
      TestingTexts.example(MetadataReaderTest.class, "metadata.xml");

  @Test
  void ports_are_found_by_name() {
    TicketMetadata.Offered offered = offered(METADATA);
    assertThat(offered.location(TicketPort.WIN_NEGOTIATE))
        .contains("https://web.fabrikam.example/WebTicket/WebTicketService.svc");
    assertThat(offered.location("webticketserviceANON"))
        .contains("https://web.fabrikam.example/WebTicket/WebTicketService.svc/Anon");
    assertThat(offered.location(TicketPort.WIN_NTLM)).isEmpty();
  }

  @Test
  void a_relative_location_is_resolved_and_a_useless_one_left_out() {
    TicketMetadata.Offered offered = offered(METADATA);
    assertThat(offered.location(TicketPort.AUTH))
        .contains("https://web.fabrikam.example/WebTicket/WebTicketService.svc/Auth");
    assertThat(offered.location(TicketPort.CERT)).isEmpty();
  }

  @Test
  void ports_are_found_inside_a_wrapper() {
    String bare = METADATA.substring(METADATA.indexOf("<wsdl:definitions"));
    String wrapped =
        "<Metadata xmlns='http://schemas.xmlsoap.org/ws/2004/09/mex'><MetadataSection>"
            + bare
            + "</MetadataSection></Metadata>";
    assertThat(offered(wrapped)).isEqualTo(offered(METADATA));
  }

  @Test
  void a_document_without_ports_is_no_metadata() {
    assertThat(MetadataReader.read("<wsdl:definitions xmlns:wsdl='w'/>", BASE))
        .isEqualTo(
            new TicketMetadata.Unreadable(
                "the XML document <definitions> names no port with a usable URL"));
  }

  @Test
  void a_web_page_is_no_metadata() {
    assertThat(MetadataReader.read("<html><title>404</title><br></html>", BASE))
        .isEqualTo(new TicketMetadata.Unreadable("a web page titled '404'"));
  }

  private static TicketMetadata.Offered offered(String body) {
    return switch (MetadataReader.read(body, BASE)) {
      case TicketMetadata.Offered offered -> offered;
      case TicketMetadata.Unreadable(String detail) -> fail(detail);
    };
  }
}
