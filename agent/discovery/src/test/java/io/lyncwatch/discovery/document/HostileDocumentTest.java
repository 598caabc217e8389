package io.lyncwatch.discovery.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.text.TestingTexts;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileDocumentTest {
  private static final URI BASE = URI.create("https://lyncdiscover.fabrikam.example/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lync2013-root.xml",
        "lync2013-user.xml",
        "user-redirect.xml",
        "lync2013-root.json",
        "user.json",
        "ucwa-user.json",
        "ucwa-root.xml"
      })
  void any_damage_gives_a_proper_document_or_none(String file) {
    String text = TestingTexts.example(DocumentReaderTest.class, file);
    TestingTexts.damaged(text, 21, 3_000).forEach(HostileDocumentTest::assertProper);
  }

  @Test
  void any_noise_gives_a_proper_document_or_none() {
    TestingTexts.noise(22, 5_000).forEach(HostileDocumentTest::assertProper);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.discovery.text.TestingTexts#bombs")
  void no_bomb_goes_off(String bomb) {
    assertThat(DocumentReader.read(bomb, BASE)).isNotNull();
  }

  private static void assertProper(String body) {
    switch (DocumentReader.read(body, BASE)) {
      case Reading.Unreadable unreadable -> assertShowable(unreadable.detail());
      case Reading.Read(AutodiscoverDocument document, var leftOut) -> {
        leftOut.forEach(left -> assertShowable(left.what()));
        assertUsable(document);
      }
    }
  }

  private static void assertUsable(AutodiscoverDocument document) {
    switch (document) {
      case AutodiscoverDocument.Redirect redirect -> assertUsable(redirect.href());
      case AutodiscoverDocument.Root root -> assertUsable(root.links());
      case AutodiscoverDocument.Domain domain -> assertUsable(domain.links());
      case AutodiscoverDocument.User user -> {
        assertUsable(user.links());
        assertThat(user.sipAccesses()).allSatisfy(access -> assertShowable(access.fqdn()));
      }
    }
  }

  private static void assertUsable(Links links) {
    assertThat(links.all())
        .allSatisfy(link -> {
          assertShowable(link.token());
          assertUsable(link.href());
        });
  }

  private static void assertUsable(String href) {
    URI url = URI.create(href);
    assertThat(url.getScheme()).matches("(?i)https?");
    assertThat(url.getRawAuthority()).isNotEmpty().doesNotContain("@");
  }

  private static void assertShowable(String text) {
    assertThat(text).isNotEmpty().hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}");
  }
}
