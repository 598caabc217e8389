package io.lyncwatch.discovery.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  @Test
  void elements_are_known_by_local_name_declared_prefix_or_not() {
    assertThat(root("<p:a><q:b c=' d ' q:c='e'/></p:a>").first("b"))
        .hasValueSatisfying(b -> assertThat(b.attribute("c")).contains("d"));
  }

  @Test
  void text_is_that_of_the_element_itself() {
    assertThat(root("<a>x<b>y</b>&lt;<!-- no --><![CDATA[&]]>&#65;</a>").text()).isEqualTo("x<&A");
  }

  @Test
  void spaces_and_a_byte_order_mark_may_stand_before_the_declaration() {
    assertThat(root("\uFEFF\n <?xml version='1.0' encoding='utf-16'?><a/>\n").name())
        .isEqualTo("a");
  }

  @Test
  void all_elements_come_in_document_order() {
    assertThat(root("<a><b><c/></b><d/></a>").all().map(XmlElement::toString))
        .containsExactly("<a>", "<b>", "<c>", "<d>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>",
        "<!DOCTYPE a [\u0001",
        "<!-- first --><!DOCTYPE a><a/>"
      })
  void a_document_type_is_refused(String text) {
    assertThat(XmlReader.read(text))
        .isEqualTo(new XmlReading.Refused("it declares a document type"));
  }

  @Test
  void an_entity_that_nobody_declared_is_refused() {
    assertThat(XmlReader.read("<a>&nbsp;</a>"))
        .isEqualTo(new XmlReading.Refused("it refers to an entity"));
  }

  @Test
  void damage_is_told_by_its_place_and_not_by_what_stands_there() {
    assertThat(XmlReader.read("<ticket>\n secret</wrong>"))
        .isInstanceOfSatisfying(
            XmlReading.Refused.class,
            refused ->
                assertThat(refused.detail()).startsWith("not well-formed XML at line 2, column"));
  }

  @Test
  void a_web_page_is_called_one() {
    assertThat(XmlReader.read("<!DOCTYPE html><html><head><title> Sign\n in </title>"))
        .isEqualTo(new XmlReading.Refused("a web page titled 'Sign in'"));
  }

  @Test
  void nothing_is_called_nothing() {
    assertThat(XmlReader.read(" \n ")).isEqualTo(new XmlReading.Refused("nothing"));
  }

  @Test
  void depth_is_bounded() {
    assertThat(XmlReader.read("<a>".repeat(64) + "</a>".repeat(64)))
        .isInstanceOf(XmlReading.Parsed.class);
    assertThat(XmlReader.read("<a>".repeat(65) + "</a>".repeat(65)))
        .isEqualTo(new XmlReading.Refused("elements nested more than 64 deep"));
  }

  @Test
  void an_elements_string_does_not_show_what_it_holds() {
    assertThat(root("<a b='secret'>secret</a>")).hasToString("<a>");
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.discovery.text.TestingTexts#bombs")
  @Timeout(30)
  void no_bomb_goes_off(String bomb) {
    assertThat(XmlReader.read(bomb)).isNotNull();
  }

  private static XmlElement root(String text) {
    return switch (XmlReader.read(text)) {
      case XmlReading.Parsed(XmlElement root, var _) -> root;
      case XmlReading.Refused(String detail) -> throw new AssertionError(detail);
    };
  }
}
