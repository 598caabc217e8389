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

    try {
      ConnectTo rule = ConnectTo.parse(text);
      assertThat(ConnectTo.parse(rule.toString())).isEqualTo(rule);
      rule.toPort().ifPresent(port -> assertThat(port).isBetween(1, 65_535));
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("is not a connect-to rule");
    }
  }

  @FuzzTest
  void a_name_is_canonical_when_it_was_made_so(byte[] bytes) {
    String text = new String(bytes, UTF_8);

    try {
      String name = HostNames.canonical(text);
      assertThat(HostNames.canonical(name)).isEqualTo(name);
      assertThat(name).matches("[a-z0-9_.-]{1,253}").doesNotContain("..");
      assertThat(HostNames.isWithin("a." + name, name)).isTrue();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("is not a host name");
    }
    AddressLiteral.parse(text)
        .ifPresent(address ->
            assertThat(AddressLiteral.parse(address.getHostAddress())).contains(address));
    try {
      SignInAddress address = SignInAddress.parse(text);
      assertThat(SignInAddress.parse(address.sipUri())).isEqualTo(address);
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
