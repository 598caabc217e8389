package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestTest {
  @Test
  void secret_parts_of_a_request_show_three_stars_whatever_prints_them() {
    Request.Header header = new Request.Header("Authorization", "NTLM Swordfish-7", true);
    Request.Body body = new Request.Body("text/xml", "Swordfish-7", true);

    assertThat(header).hasToString("Authorization: ***");
    assertThat(body).hasToString("***");
    assertThat(JsonMapper.shared().writeValueAsString(header)).isEqualTo("\"Authorization: ***\"");
    assertThat(JsonMapper.shared().writeValueAsString(body)).isEqualTo("\"***\"");
  }

  @Test
  void other_parts_are_shown() {
    assertThat(new Request.Header("Accept", "text/xml", false)).hasToString("Accept: text/xml");
    assertThat(new Request.Body("text/xml", "<a/>", false)).hasToString("<a/>");
  }
}
