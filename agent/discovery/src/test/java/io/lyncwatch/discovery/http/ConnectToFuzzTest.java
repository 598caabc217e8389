package io.lyncwatch.discovery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.SignInAddress;

/** What people write is read as it is written again, or refused in words. */
class ConnectToFuzzTest {
  @FuzzTest
  void a_rule_is_written_as_it_is_read_again(byte[] bytes) {
    String text = new String(bytes, UTF_8);

    ConnectTo rule;
    try {
      rule = ConnectTo.parse(text);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("is not a connect-to rule");
      return;
    }
    assertThat(ConnectTo.parse(rule.toString())).isEqualTo(rule);
    rule.port().ifPresent(port -> assertThat(port).isBetween(1, 65_535));
    rule.toPort().ifPresent(port -> assertThat(port).isBetween(1, 65_535));
  }

  @FuzzTest
  void a_name_is_canonical_when_it_was_made_so(byte[] bytes) {
    String text = new String(bytes, UTF_8);

    String name;
    try {
      name = HostNames.canonical(text);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("is not a host name");
      return;
    }
    assertThat(HostNames.canonical(name)).isEqualTo(name);
    assertThat(name).matches("[a-z0-9_.-]{1,253}").doesNotContain("..");
    assertThat(HostNames.isWithin("a." + name, name)).isTrue();
  }

  @FuzzTest
  void an_address_literal_is_read_as_it_is_spelled_again(byte[] bytes) {
    AddressLiteral.parse(new String(bytes, UTF_8))
        .ifPresent(address ->
            assertThat(AddressLiteral.parse(address.getHostAddress())).contains(address));
  }

  @FuzzTest
  void a_sign_in_address_is_read_as_its_claim_says_it(byte[] bytes) {
    SignInAddress address;
    try {
      address = SignInAddress.parse(new String(bytes, UTF_8));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return;
    }
    assertThat(SignInAddress.parse(address.sipUri())).isEqualTo(address);
  }
}
