package io.lyncwatch.discovery.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void a_short_text_stays_as_it_is() {
    assertThat(Excerpt.of("No valid security token.", 80)).isEqualTo("No valid security token.");
  }

  @Test
  void lines_and_control_characters_become_single_spaces() {
    assertThat(Excerpt.of("\u0000a\r\n\t b\u001b[31m\u202Ec\u2028", 80)).isEqualTo("a b [31m c");
  }

  @Test
  void a_long_text_ends_in_three_dots_within_the_limit() {
    assertThat(Excerpt.of("abcdefghij", 8)).isEqualTo("abcde...");
    assertThat(Excerpt.of("abcdefgh", 8)).isEqualTo("abcdefgh");
  }

  @Test
  void a_character_of_two_halves_is_not_cut_in_the_middle() {
    assertThat(Excerpt.of("abc\uD83D\uDE00defgh", 7)).isEqualTo("abc...");
    assertThat(Excerpt.of("\uD83Dx", 7)).isEqualTo("x");
  }

  @Test
  void no_noise_gets_through() {
    assertThat(TestingTexts.noise(11, 2_000).map(text -> Excerpt.of(text, 40)))
        .allSatisfy(line ->
            assertThat(line).hasSizeLessThanOrEqualTo(40).doesNotContainPattern("\\p{C}|\\R"));
  }
}
