package io.lyncwatch.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From what a phone shows to what may be behind it. */
class MessageSearchTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can't connect to the server. It might be unavailable.",
        "Cannot connect to the server. It might be unavailable. Also please check the network"
            + " connection, sign-in address and server addresses.",
        "can’t connect to server"
      })
  void the_general_message_leads_to_what_keeps_phones_out_from_dns_on(String message) {
    assertThat(MessageSearch.likely(message))
        .startsWith(Reason.DNS_NXDOMAIN)
        .contains(Reason.TCP_REFUSED, Reason.HTTP_NOT_LYNC)
        .doesNotContain(Reason.TLS_EXPIRING, Reason.ACCOUNT_GUARDED);
  }

  @Test
  void what_an_iphone_says_of_certificates_leads_to_certificates_only() {
    assertThat(MessageSearch.likely("Cannot Verify Server Identity"))
        .contains(Reason.TLS_NAME_MISMATCH, Reason.TLS_UNTRUSTED)
        .allMatch(reason -> reason.code().startsWith("tls_"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This certificate is not from a trusted authority",
        "it looks like the security certificate wasn't issued by a trusted certificate authority"
      })
  void what_other_phones_say_of_an_authority_leads_to_who_issued_it(String message) {
    assertThat(MessageSearch.likely(message))
        .containsExactlyInAnyOrder(
            Reason.TLS_UNTRUSTED, Reason.TLS_CHAIN_INCOMPLETE, Reason.TLS_NOT_PUBLIC);
  }

  @Test
  void what_a_browser_says_of_a_name_leads_to_the_name() {
    assertThat(MessageSearch.likely("Mismatched Address"))
        .containsExactly(Reason.TLS_NAME_MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "please", "the printer is out of paper"})
  void other_words_lead_nowhere(String message) {
    assertThat(MessageSearch.likely(message)).isEmpty();
  }
}
