package io.lyncwatch.lab.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whatever is posted to a ticket service is understood within bounds, or not at all. */
class MessagesFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration LIMIT = Duration.ofHours(8);

  @FuzzTest
  void a_request_that_is_understood_asks_for_no_more_than_there_is(byte[] message) {
    TicketRequest.read(new String(message, UTF_8))
        .ifPresent(request -> {
          assertThat(request.lifetime(NOW, LIMIT)).isLessThanOrEqualTo(LIMIT);
          request.audience().ifPresent(site -> assertSite(site.uri()));
          request
              .logon()
              .ifPresent(logon -> assertThat(logon).hasToString("logon of " + logon.name()));
        });
  }

  @FuzzTest
  void a_form_has_each_parameter_once(byte[] body) {
    Form.read(
            TestingPool.request(
                "c1",
                "POST",
                TestingPool.SERVICE,
                Map.of("content-type", List.of("application/x-www-form-urlencoded")),
                new String(body, ISO_8859_1)))
        .ifPresent(form -> {
          assertThat(form.parameters()).hasSizeLessThanOrEqualTo(body.length + 1);
          form.parameters()
              .keySet()
              .forEach(
                  name -> form.parameter(name).ifPresent(value -> assertThat(value).isNotEmpty()));
        });
  }

  @FuzzTest
  void a_site_is_a_url_of_one_form(byte[] url) {
    Audience.ofUrl(new String(url, UTF_8)).ifPresent(site -> assertSite(site.uri()));
  }

  private static void assertSite(String uri) {
    assertThat(uri).matches("https://[^/@ ]+/").isLowerCase();
    assertThat(Audience.ofUrl(uri)).contains(new Audience(uri));
  }
}
