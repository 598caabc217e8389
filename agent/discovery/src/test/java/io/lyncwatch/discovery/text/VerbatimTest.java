package io.lyncwatch.discovery.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<s:x/>",
        "<s:x  a = '>'\r\n b=\"'/>\" />",
        "<x></x >",
        "<x><x/><x>&lt;</x></x>",
        "<x><!-- </x> --><![CDATA[</x>]]><?p </x>?>ü</x>"
      })
  void an_element_comes_out_as_it_stood(String element) {
    String text = "<?xml version='1.0'?><!-- <x> --><a b='<'><y/>".replace("'<'", "'&lt;'");
    assertThat(taken(text + element + "<x>other</x></a>")).isEqualTo(element);
  }

  @Test
  void every_element_of_any_document_that_can_be_read_is_one_again() {
    String text = "<a b='>'><c>x<!-- <d> --><d/></c><![CDATA[</a>]]><?e <f>?><g h=\"'\"></g></a>";
    AtomicInteger checked = new AtomicInteger();
    TestingTexts.damaged(text, 12, 5_000)
        .forEach(damaged -> {
          if (XmlReader.read(damaged) instanceof XmlReading.Parsed(var root, var verbatim)) {
            root.all()
                .forEach(element -> {
                  assertThat(verbatim.of(element))
                      .startsWith("<")
                      .endsWith(">")
                      .contains(element.name());
                  checked.incrementAndGet();
                });
          }
        });
    assertThat(checked).hasValueGreaterThan(500);
  }

  private static String taken(String text) {
    return switch (XmlReader.read(text)) {
      case XmlReading.Parsed(var root, var verbatim) -> verbatim.of(root.first("x").orElseThrow());
      case XmlReading.Refused(String detail) -> fail(detail);
    };
  }
}
