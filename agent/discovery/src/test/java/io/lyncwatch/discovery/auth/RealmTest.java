package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {
  private static final KerberosSettings CORP =
      new KerberosSettings(
          new Realm("CORP.EXAMPLE", List.of()), Optional.empty(), Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"dc1", "dc1.corp.example:8088", "10.0.0.53", "[2001:db8::53]:88"})
  void servers_are_named_by_host_and_perhaps_port(String server) {
    assertThat(new Realm("CORP.EXAMPLE", List.of(server)).kdcs()).containsExactly(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb = c", "a}", "CORP=X"})
  void nothing_gets_into_the_settings_that_is_no_name(String name) {
    assertThatThrownBy(() -> new Realm(name, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Realm("CORP.EXAMPLE", List.of(name)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dc1:0", "dc1:65536", "[2001:db8::53]:99999"})
  void a_port_that_cannot_be_one_is_refused_before_anybody_connects_to_it(String server) {
    assertThatThrownBy(() -> Realm.server(server)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void both_forms_of_a_user_name_lead_to_the_same_principal() {
    assertThat(CORP.principal(UserName.parse("CORP\\alice"))).isEqualTo("alice@CORP.EXAMPLE");
    assertThat(CORP.principal(UserName.parse("alice@contoso.example")))
        .isEqualTo("alice@CORP.EXAMPLE");
  }

  @Test
  void a_ticket_is_for_the_host_of_the_url_unless_the_service_bears_another_name() {
    ServicePrincipal named = ServicePrincipal.parse("HTTP/Pool01.corp.example@CORP.EXAMPLE");
    KerberosSettings other =
        new KerberosSettings(CORP.realm(), Optional.of(named), Optional.empty());

    assertThat(CORP.service("web.contoso.example")).hasToString("HTTP/web.contoso.example");
    assertThat(other.service("web.contoso.example")).hasToString("HTTP/pool01.corp.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pool01", "HTTP/", "/pool01", "HTTP/a b", "HTTP/a@b c", "HTTP/a/b"})
  void what_is_no_service_principal_name_is_refused(String text) {
    assertThatThrownBy(() -> ServicePrincipal.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
