package io.lyncwatch.discovery.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.List;

/** Whatever a server sends is a document whose links can be asked, or none and called so. */
class DocumentFuzzTest {
  private static final URI BASE =
      URI.create("https://web.fabrikam.example/Autodiscover/AutodiscoverService.svc/root/user");
  private static final URI ELSEWHERE = URI.create("http://elsewhere.example/a/b?c");

  @FuzzTest
  void a_document_has_links_that_can_be_asked_and_anything_else_is_named(byte[] body) {
    switch (DocumentReader.read(new String(body, UTF_8), BASE)) {
      case Reading.Unreadable(var kind, String detail) -> assertShowable(detail, 600);
      case Reading.Read(AutodiscoverDocument document, var leftOut) -> {
        assertThat(leftOut).allSatisfy(left -> assertShowable(left.what(), 600));
        links(document).forEach(DocumentFuzzTest::assertLink);
        sipAccesses(document).forEach(access -> assertShowable(access.fqdn(), 255));
      }
    }
  }

  private static List<Link> links(AutodiscoverDocument document) {
    return switch (document) {
      case AutodiscoverDocument.Redirect redirect ->
          List.of(new Link(Token.REDIRECT, redirect.href()));
      case AutodiscoverDocument.Root root -> root.links().all();
      case AutodiscoverDocument.Domain domain -> domain.links().all();
      case AutodiscoverDocument.User user -> user.links().all();
    };
  }

  private static List<SipAccess> sipAccesses(AutodiscoverDocument document) {
    return switch (document) {
      case AutodiscoverDocument.Redirect redirect -> List.of();
      case AutodiscoverDocument.Root root -> List.of();
      case AutodiscoverDocument.Domain domain -> domain.sipAccesses();
      case AutodiscoverDocument.User user -> user.sipAccesses();
    };
  }

  private static void assertLink(Link link) {
    assertShowable(link.token(), 200);
    assertThat(WebUrl.resolve(link.href(), ELSEWHERE)).contains(link.href());
    assertThat(Route.of(URI.create(link.href())).endpoint().port()).isBetween(1, 65_535);
  }

  private static void assertShowable(String text, int longest) {
    assertThat(text)
        .isNotBlank()
        .hasSizeLessThanOrEqualTo(longest)
        .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
  }
}
