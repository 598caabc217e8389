package io.lyncwatch.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final List<String> KEYS = List.of("resolvers", "domains", "connect-to", "dns");

  @ParameterizedTest
  @CsvSource({
    "resolver,resolvers",
    "reslovers,resolvers",
    "Domains,domains",
    "connect_to,connect-to",
    "connectTo,connect-to",
    "dsn,dns"
  })
  void the_nearest_word_was_meant(String word, String meant) {
    assertThat(Spelling.nearest(word, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zebra", "12", "tls"})
  void a_far_word_is_not_guessed_at(String word) {
    assertThat(Spelling.nearest(word, KEYS)).isEmpty();
  }

  @Test
  void neighbours_that_changed_places_are_one_error() {
    assertThat(Spelling.distance("ab", "ba")).isEqualTo(1);
  }
}
