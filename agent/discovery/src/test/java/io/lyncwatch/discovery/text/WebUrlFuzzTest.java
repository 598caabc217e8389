package io.lyncwatch.discovery.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.http.Route;
import java.net.URI;
import java.util.List;

class WebUrlFuzzTest {
  private static final List<URI> BASES =
      List.of(
          URI.create("https://web.fabrikam.example/Autodiscover/x.svc/root?a=b"),
          URI.create("http://front_end.fabrikam.example"),
          URI.create("https://[2001:db8::7]:4443/../a/./b#c"));
  private static final URI ELSEWHERE = URI.create("https://elsewhere.example/a/");

  @FuzzTest
  void a_url_can_be_asked_and_stays_itself(byte[] bytes) {
    String text = new String(bytes, UTF_8);

    for (URI base : BASES) {
      switch (WebUrl.read(text, base)) {
        case WebUrl.Reading.Refused(String why) -> {
          assertThat(why)
              .isNotBlank()
              .hasSizeLessThan(100)
              .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
          assertThat(WebUrl.resolve(text, base)).isEmpty();
        }
        case WebUrl.Reading.Usable(String url) -> assertCanBeAsked(url, text, base);
      }
    }
  }

  private static void assertCanBeAsked(String url, String text, URI base) {
    assertThat(url).matches("(?i)https?://[!-~]+").doesNotContain("\\", "<", ">", "\"");
    URI uri = URI.create(url);
    Route route = Route.of(uri);
    assertThat(route.endpoint().port()).isBetween(1, 65_535);
    assertThat(route.endpoint().host()).isNotBlank();
    assertThat(uri.getRawAuthority()).doesNotContain("@");
    assertThat(WebUrl.resolve(url, ELSEWHERE)).as("as written").contains(url);
    if (!text.contains("//")) {
      assertThat(uri.getRawAuthority()).as("relative").isEqualTo(base.getRawAuthority());
    }
  }

  @FuzzTest
  void an_excerpt_is_one_line_that_stays_itself(byte[] bytes) {
    String text = new String(bytes, UTF_8);

    for (int limit : List.of(3, 40, 1000)) {
      String excerpt = Excerpt.of(text, limit);
      assertThat(excerpt)
          .hasSizeLessThanOrEqualTo(limit)
          .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]|  |^ ");
      assertThat(Excerpt.of(excerpt, limit)).isEqualTo(excerpt.stripTrailing());
    }
    WebPage.describe(text)
        .ifPresent(page ->
            assertThat(page)
                .startsWith("a web page")
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]"));
  }
}
