package io.lyncwatch.discovery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedCauseTest {
  @ParameterizedTest
  @CsvSource({
    "STATUS_ACCOUNT_LOCKED_OUT (0xC0000234), LOCKED",
    "The referenced account is currently locked out and may not be logged on to, LOCKED",
    "0xc0000072, DISABLED",
    "account is disabled, DISABLED",
    "This user can't sign in because this account is currently disabled., DISABLED",
    "AADSTS50057: The user account is disabled., DISABLED",
    "The password of this account has expired: password has expired, PASSWORD_EXPIRED",
    "0x80070773, PASSWORD_EXPIRED",
    "The user's account has expired., ACCOUNT_EXPIRED",
    "0xC000006F, RESTRICTED",
    "The user name or password is incorrect., WRONG"
  })
  void what_a_server_says_is_understood(String words, StatedCause cause) {
    assertThat(StatedCause.ofWords(words)).contains(cause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "No valid security token.", "f0c0000234a1", "User is not SIP enabled."})
  void other_words_say_nothing(String words) {
    assertThat(StatedCause.ofWords(words)).isEmpty();
  }

  @Test
  void of_a_page_without_end_the_beginning_is_read() {
    assertThat(StatedCause.ofPage("0x80070775" + " x".repeat(500_000)))
        .contains(StatedCause.LOCKED);
    assertThat(StatedCause.ofPage(" x".repeat(500_000) + "0x80070775")).isEmpty();
  }

  @Test
  void a_page_of_advice_is_read_by_its_codes_only() {
    String advice = "Most likely causes: the account is disabled. The password has expired.";

    assertThat(StatedCause.ofPage(advice)).isEmpty();
    assertThat(StatedCause.ofPage(advice + " Error Code 0x8007052e")).contains(StatedCause.WRONG);
  }
}
