package io.lyncwatch.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TypedUrlTest {
  @Test
  void a_url_is_taken_apart() {
    assertThat(TypedUrl.parse("HTTPS://pool01.contoso.example:4443/Path/"))
        .contains(new TypedUrl("https", "pool01.contoso.example", 4443, "/Path"));
  }

  @Test
  void a_password_in_a_url_is_not_repeated() {
    assertThatThrownBy(() -> TypedUrl.parse("https://user:secret@pool01.contoso.example/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave out")
        .hasMessageNotContaining("secret");
  }
}
