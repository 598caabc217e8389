package io.lyncwatch.discovery.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {
  private static final URI BASE =
      URI.create("https://web.fabrikam.example/Autodiscover/x.svc/root");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://web.fabrikam.example/a?sipuri=ines@fabrikam.example&b=%20",
        "HTTP://WEB.fabrikam.example:8080/../A",
        "https://front_end.fabrikam.example/",
        "https://192.0.2.7:4443/",
        "https://[2001:db8::7]:443/",
        "https://web.fabrikam.example"
      })
  void an_absolute_url_stays_as_it_was_written(String url) {
    assertThat(WebUrl.resolve(" " + url + "\n", BASE)).contains(url);
  }

  @Test
  void a_relative_url_is_resolved_against_where_it_came_from() {
    assertThat(WebUrl.resolve("/ucwa/v1?a=b", BASE))
        .contains("https://web.fabrikam.example/ucwa/v1?a=b");
    assertThat(WebUrl.resolve("root/user", BASE))
        .contains("https://web.fabrikam.example/Autodiscover/x.svc/root/user");
    assertThat(WebUrl.resolve("//pool.fabrikam.example/x", BASE))
        .contains("https://pool.fabrikam.example/x");
    assertThat(WebUrl.resolve("?a=b", BASE))
        .contains("https://web.fabrikam.example/Autodiscover/x.svc/root?a=b");
    assertThat(WebUrl.resolve("root", URI.create("https://web.fabrikam.example")))
        .contains("https://web.fabrikam.example/root");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../../a?b", "/../a?b", "//web.fabrikam.example/../a?b"})
  void nothing_is_above_the_root(String relative) {
    assertThat(WebUrl.resolve(relative, BASE)).contains("https://web.fabrikam.example/a?b");
  }

  @Test
  void what_is_not_ascii_is_encoded_as_it_is_sent() {
    assertThat(WebUrl.resolve("https://web.fabrikam.example/gr\u00fc\u00dfe?\u20ac", BASE))
        .contains("https://web.fabrikam.example/gr%C3%BC%C3%9Fe?%E2%82%AC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty",
        "ftp://web.fabrikam.example/|its scheme is ftp",
        "https:web.fabrikam.example|it names no host",
        "https://ines@web.fabrikam.example/|it names a user before its host",
        "https://web..fabrikam.example/|its host is none",
        "https://web.fabrikam.example:65536/|its port is out of range",
        "https://web.fabrikam.example/a b|illegal character in path"
      })
  void what_is_wrong_is_said(String text, String why) {
    assertThat(WebUrl.read(text, BASE)).isEqualTo(new WebUrl.Reading.Refused(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "https://",
        "https:///path",
        "https:web.fabrikam.example",
        "ftp://web.fabrikam.example/",
        "javascript:alert(1)",
        "file:///etc/hostname",
        "https://user@web.fabrikam.example/",
        "https://fabrikam.example@web.evil.example/",
        "https://web.fabrikam.example:0/",
        "https://web.fabrikam.example:70000/",
        "https://web..fabrikam.example/",
        "https://-.example/",
        "https://w\u00e9b.example/",
        "https://web.fabrikam.example:4294967739/",
        "https://web.fabrikam.example/\u202Egro",
        "https://web.fabrikam.example/\ud800",
        "https://web.fabrikam.example/a\u0000b",
        "https://web.fabrikam.example/a\tb",
        "https://web.fabrikam.example/a\u2028b",
        "https://web.fabrikam.example/with space",
        "https://web.evil.example\\@web.fabrikam.example/"
      })
  void what_no_client_could_ask_is_no_url(String text) {
    assertThat(WebUrl.resolve(text, BASE)).isEmpty();
  }

  @Test
  void an_endless_url_is_none() {
    assertThat(WebUrl.resolve("https://web.fabrikam.example/" + "a".repeat(5_000), BASE)).isEmpty();
  }

  @Test
  void a_base_without_a_host_gives_relative_urls_nothing_to_stand_on() {
    assertThat(WebUrl.resolve("/a", URI.create("mailto:ines@fabrikam.example"))).isEmpty();
  }
}
