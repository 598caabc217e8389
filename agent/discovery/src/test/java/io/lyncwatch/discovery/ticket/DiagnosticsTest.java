package io.lyncwatch.discovery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.text.TestingTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {
  private static final Diagnostics INVALID =
      new Diagnostics(28032, "fe01.fabrikam.example", "The web ticket is invalid.", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28032;source=\"fe01.fabrikam.example\";reason=\"The web ticket is invalid.\"",
        " 28032 ; Source = \"fe01.fabrikam.example\" ; Reason = \"The web ticket is invalid.\" ;",
        "28032;reason=\"The web ticket is invalid.\";more=\"x\";source=fe01.fabrikam.example",
        "28032;source=\"fe01.fabrikam.example\";reason=\"The web ticket is invalid."
      })
  void all_ways_to_write_it_mean_the_same(String header) {
    assertThat(Diagnostics.parse(header)).contains(INVALID);
  }

  @Test
  void cut_short_anywhere_it_says_no_less_than_its_number_and_no_more_than_was_sent() {
    String whole = "28032;source=\"fe01.fabrikam.example\";reason=\"The web ticket is invalid.\"";
    for (int length = "28032".length(); length <= whole.length(); length++) {
      assertThat(Diagnostics.parse(whole.substring(0, length)))
          .as("after %s characters", length)
          .hasValueSatisfying(said -> {
            assertThat(said.errorId()).isEqualTo(28032);
            assertThat("fe01.fabrikam.example").startsWith(said.source());
            assertThat("The web ticket is invalid.").startsWith(said.reason());
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28032 source=\"fe01.fabrikam.example\" reason=\"The web ticket is invalid.\"",
        "28032,source=\"fe01.fabrikam.example\",reason=\"The web ticket is invalid.\"",
        "28032;;source=\"fe01.fabrikam.example\";;reason=\"The web ticket is invalid.\";x"
      })
  void other_separators_are_passed_over(String header) {
    assertThat(Diagnostics.parse(header)).contains(INVALID);
  }

  @Test
  void a_separator_inside_quotes_separates_nothing() {
    assertThat(Diagnostics.parse("28000;reason=\"a;source=b\";fault=\"wsse:FailedAuthentication\""))
        .contains(new Diagnostics(28000, "", "a;source=b", "FailedAuthentication"));
  }

  @Test
  void a_bare_number_is_enough() {
    assertThat(Diagnostics.parse("28033")).contains(new Diagnostics(28033, "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ";", "reason=\"x\"", "-1;reason=\"x\"", "99999999999", "12ab;x=\"y\""})
  void without_a_number_it_says_nothing(String header) {
    assertThat(Diagnostics.parse(header)).isEmpty();
  }

  @Test
  void it_reads_as_one_line() {
    assertThat(INVALID).hasToString("28032 The web ticket is invalid. (fe01.fabrikam.example)");
    assertThat(new Diagnostics(28032, "", "a\r\nb", "")).hasToString("28032 a b");
  }

  @Test
  void its_texts_are_bounded() {
    assertThat(Diagnostics.parse("1;reason=\"" + "x".repeat(10_000)))
        .hasValueSatisfying(
            diagnostics -> assertThat(diagnostics.reason()).hasSize(300).endsWith("..."));
  }

  @Test
  void any_damage_gives_short_texts_or_none() {
    String header =
        "28032;source=\"fe01.fabrikam.example\";reason=\"It is invalid.\";fault=\"a:b\"";
    TestingTexts.damaged(header, 31, 5_000)
        .flatMap(damaged -> Diagnostics.parse(damaged).stream())
        .forEach(diagnostics ->
            assertThat(diagnostics.toString())
                .hasSizeLessThan(700)
                .doesNotContainPattern("\\p{Cntrl}"));
  }
}
