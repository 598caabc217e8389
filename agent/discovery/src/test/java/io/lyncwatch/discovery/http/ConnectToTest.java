package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lyncwatch.discovery.Endpoint;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectToTest {
  private static final Endpoint RECORD = new Endpoint("lyncdiscover.contoso.example", 443);

  @Test
  void without_rules_a_connection_goes_where_the_url_says() {
    assertThat(moved()).isEqualTo(RECORD);
  }

  @Test
  void an_address_takes_the_place_of_the_host() {
    assertThat(moved("lyncdiscover.contoso.example:443:10.0.0.7:4443"))
        .isEqualTo(new Endpoint("10.0.0.7", 4443));
  }

  @Test
  void an_address_in_brackets_may_be_ipv6() {
    assertThat(moved("lyncdiscover.contoso.example:443:[2001:db8::7]:4443"))
        .isEqualTo(new Endpoint("2001:db8:0:0:0:0:0:7", 4443));
  }

  @Test
  void another_name_takes_the_place_of_the_host() {
    assertThat(moved("lyncdiscover.contoso.example:443:fe01.contoso.example:"))
        .isEqualTo(new Endpoint("fe01.contoso.example", 443));
  }

  @Test
  void an_empty_second_host_keeps_the_host_and_so_its_addresses() {
    assertThat(moved(":443::18443")).isEqualTo(new Endpoint(RECORD.host(), 18_443));
  }

  @Test
  void the_first_rule_that_matches_wins() {
    assertThat(moved("other.example:443::1", ":80::2", ":443::3", "::10.0.0.7:4"))
        .isEqualTo(new Endpoint(RECORD.host(), 3));
  }

  @Test
  void hosts_are_compared_without_regard_to_case() {
    assertThat(ConnectTo.parse("LyncDiscover.Contoso.Example:443::1").matches(RECORD)).isTrue();
  }

  @Test
  void a_host_is_not_matched_by_its_parent() {
    assertThat(ConnectTo.parse("contoso.example:443::1").matches(RECORD)).isFalse();
  }

  @Test
  void an_ipv6_address_is_matched_however_it_is_written() {
    ConnectTo rule = ConnectTo.parse("[2001:db8::1]:443::1");
    assertThat(rule.matches(new Endpoint("2001:DB8:0:0::1", 443))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lyncdiscover.contoso.example:443:10.0.0.7:4443", ":443::18443", "a.example::b:1"})
  void a_rule_prints_as_it_was_written(String rule) {
    assertThat(ConnectTo.parse(rule)).hasToString(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:443:b|it has 3 parts; put IPv6 addresses in brackets",
        "a|it has 1 part; put IPv6 addresses in brackets",
        "a:443:2001:db8::7:443|it has 7 parts; put IPv6 addresses in brackets",
        "a:443:[2001:db8::7]|it has 3 parts",
        "a:443:[::1:443|brackets go around a whole IPv6 address",
        "a:443:x[::1]:443|brackets go around a whole IPv6 address",
        "a:0:b:443|'0' is not a port between 1 and 65535",
        "a:443:b:65536|'65536' is not a port between 1 and 65535",
        "a:https:b:443|'https' is not a port between 1 and 65535",
        "a b:443:b:443|'a b' is not a host name",
        "a:443::|HOST2 and PORT2 are both empty, so it moves nothing",
      })
  void what_is_wrong_is_said(String rule, String why) {
    assertThatThrownBy(() -> ConnectTo.parse(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + rule + "' is not a connect-to rule HOST:PORT:HOST2:PORT2: " + why);
  }

  @Test
  void no_text_gives_anything_but_a_rule_or_its_refusal() {
    Random random = new Random(20_250_917);
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(random.nextInt(24), 0, 14)
              .mapToObj(c -> "::::[]a1.f%-e ".substring(c, c + 1))
              .reduce("", String::concat);
      try {
        ConnectTo rule = ConnectTo.parse(text);
        assertThat(ConnectTo.parse(rule.toString())).isEqualTo(rule);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining("HOST:PORT:HOST2:PORT2");
      }
    }
  }

  private static Endpoint moved(String... rules) {
    return ConnectTo.destination(Stream.of(rules).map(ConnectTo::parse).toList(), RECORD);
  }
}
