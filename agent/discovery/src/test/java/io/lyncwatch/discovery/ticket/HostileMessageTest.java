package io.lyncwatch.discovery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.text.TestingTexts;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileMessageTest {
  private static final URI BASE =
      URI.create("https://web.fabrikam.example/WebTicket/WebTicketService.svc/mex");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata.xml",
        "answer-saml.xml",
        "answer-compact.xml",
        "fault.xml",
        "fault-soap12.xml"
      })
  void any_damage_gives_a_proper_value(String file) {
    String text = TestingTexts.example(HostileMessageTest.class, file);
    TestingTexts.damaged(text, 51, 3_000).forEach(HostileMessageTest::assertProper);
  }

  @Test
  void any_noise_gives_a_proper_value() {
    TestingTexts.noise(52, 5_000).forEach(HostileMessageTest::assertProper);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.discovery.text.TestingTexts#bombs")
  void no_bomb_goes_off(String bomb) {
    assertProper(bomb);
  }

  private static void assertProper(String body) {
    switch (MetadataReader.read(body, BASE)) {
      case TicketMetadata.Unreadable(String detail) -> assertShowable(detail);
      case TicketMetadata.Offered(var ports) ->
          assertThat(ports).isNotEmpty().allSatisfy(port -> assertShowable(port.name()));
    }
    switch (AnswerReader.read(body)) {
      case TicketAnswer.Unreadable(String detail) -> assertShowable(detail);
      case TicketAnswer.Issued(WebTicket ticket) ->
          assertThat(ticket.headerValue())
              .matches("opaque=[A-Za-z0-9:_+/=.-]+")
              .hasSizeLessThan(400_000);
      case TicketAnswer.Fault fault -> assertThat(fault.toString()).hasSizeLessThan(2_000);
    }
  }

  private static void assertShowable(String text) {
    assertThat(text).isNotEmpty().hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}");
  }
}
