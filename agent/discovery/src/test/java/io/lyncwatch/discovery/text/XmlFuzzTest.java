package io.lyncwatch.discovery.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** What is read as XML is so by its own pieces, which is what a signed ticket depends on. */
class XmlFuzzTest {
  private static final int PIECES = 40;

  @FuzzTest
  void every_element_is_cut_out_as_it_was_received(byte[] document) {
    String text = new String(document, UTF_8);

    switch (XmlReader.read(text)) {
      case XmlReading.Refused(String detail) ->
          assertThat(detail)
              .isNotBlank()
              .hasSizeLessThan(200)
              .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
      case XmlReading.Parsed(XmlElement root, Verbatim verbatim) -> {
        List<XmlElement> elements = root.all().toList();
        assertThat(elements).extracting(XmlElement::order).doesNotHaveDuplicates();
        elements.stream().limit(PIECES).forEach(element -> assertCut(text, element, verbatim));
      }
    }
  }

  private static void assertCut(String text, XmlElement element, Verbatim verbatim) {
    String piece = verbatim.of(element);
    assertThat(text).contains(piece);
    assertThat(piece).startsWith("<").endsWith(">");
    // XML 1.1 has characters that a piece without a declaration may not have
    if (!text.contains("1.1")) {
      assertThat(XmlReader.read(piece))
          .isInstanceOfSatisfying(
              XmlReading.Parsed.class, again -> assertSame(again.root(), element));
    }
  }

  private static void assertSame(XmlElement again, XmlElement element) {
    assertThat(again.name()).isEqualTo(element.name());
    assertThat(again.attributes()).isEqualTo(element.attributes());
    assertThat(again.text()).isEqualTo(element.text());
    assertThat(again.children()).hasSameSizeAs(element.children());
  }
}
