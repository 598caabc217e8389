package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecretTest {
  private final Secret secret = new Secret("Swordfish-7");

  @Test
  void whatever_prints_a_secret_prints_three_stars() {
    Credential credential = new Credential(UserName.parse("CONTOSO\\probe1"), secret);

    assertThat(secret).hasToString("***");
    assertThat(credential.toString()).contains("CONTOSO\\probe1", "***").doesNotContain("Sword");
    assertThat("%s %s".formatted(secret, credential)).doesNotContain("Sword");
  }

  @Test
  void whatever_writes_a_secret_as_json_writes_three_stars() {
    assertThat(JsonMapper.shared().writeValueAsString(Map.of("password", secret)))
        .isEqualTo("{\"password\":\"***\"}");
  }

  @Test
  void the_characters_come_out_only_on_demand() {
    assertThat(secret.reveal()).isEqualTo("Swordfish-7");
  }

  @Test
  void two_secrets_with_one_text_are_equal() {
    assertThat(secret).isEqualTo(new Secret("Swordfish-7")).hasSameHashCodeAs(new Secret("x"));
    assertThat(secret).isNotEqualTo(new Secret("Swordfish-8")).isNotEqualTo("Swordfish-7");
  }

  @Test
  void an_empty_secret_is_a_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Secret(""))
        .withMessage("the secret is empty");
  }
}
