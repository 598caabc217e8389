package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {
  @Test
  void a_domain_before_a_backslash_is_the_ntlm_domain() {
    assertThat(UserName.parse("CONTOSO\\probe1")).isEqualTo(new UserName("CONTOSO", "probe1"));
    assertThat(UserName.parse("CONTOSO\\probe1")).hasToString("CONTOSO\\probe1");
  }

  @Test
  void a_principal_name_goes_whole_into_the_name_and_leaves_the_ntlm_domain_empty() {
    UserName user = UserName.parse("probe1@contoso.example");

    assertThat(user).isEqualTo(new UserName("", "probe1@contoso.example"));
    assertThat(user).hasToString("probe1@contoso.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "probe1",
        "\\probe1",
        "CONTOSO\\",
        "A\\B\\c",
        "@contoso.example",
        "probe1@",
        " A\\b",
        "A\\b ",
        "A \\b",
        "A\\b\nc",
        "a\u0000@b"
      })
  void what_is_neither_is_refused_with_both_forms_in_the_message(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserName.parse(written))
        .withMessageContaining("is not a user name: write DOMAIN\\user or user@domain")
        .withMessageMatching("[^\\p{Cntrl}]*");
  }

  @Test
  void a_name_of_monstrous_length_is_refused_without_being_repeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserName.parse("A\\" + "b".repeat(600)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).contains("512"));
  }
}
