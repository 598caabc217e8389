package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KerberosSettingsTest {
  private static final KerberosSettings CORP =
      new KerberosSettings(
          new Realm("CORP.CONTOSO.LOCAL", List.of("dc1.corp.contoso.local")),
          Optional.empty(),
          Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"CORP\\probe1", "probe1@CORP.CONTOSO.LOCAL", "probe1@contoso.example"})
  void the_realm_is_asked_for_the_name_of_the_account_whatever_stands_behind_it(String username) {
    assertThat(CORP.principal(UserName.parse(username))).isEqualTo("probe1@CORP.CONTOSO.LOCAL");
  }

  @Test
  void an_account_that_the_realm_does_not_know_may_have_another_name_than_its_upn() {
    Finding unknown =
        Finding.of(Reason.AUTH_CLIENT_UNKNOWN, Stage.TICKET, "CORP.CONTOSO.LOCAL", Map.of());

    assertThat(unknown.cure()).contains("sAMAccountName", "DOMAIN\\name or name@REALM");
  }
}
