package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.report.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInVerdictTest {
  @ParameterizedTest
  @EnumSource(names = {"SECRET_UNREADABLE", "GUARD_UNAVAILABLE", "AUTH_KERBEROS_NOT_TRIED"})
  void what_is_a_matter_of_this_machine_tells_nothing_of_the_sign_in(Reason reason) {
    assertThat(outcome(reason)).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCOUNT_GUARDED", "ACCOUNT_BUSY"})
  void what_is_held_back_on_purpose_is_skipped(Reason reason) {
    assertThat(outcome(reason)).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void what_only_stands_beside_a_sign_in_takes_nothing_from_its_outcome() {
    Finding unwritten =
        Finding.of(Reason.GUARD_UNAVAILABLE, Stage.TICKET, "alice@contoso.example", Map.of())
            .atMost(Severity.WARNING);

    assertThat(SignInVerdict.outcome(List.of(unwritten))).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void a_realm_that_gives_no_ticket_is_a_failure() {
    assertThat(outcome(Reason.AUTH_KERBEROS_FAILED)).isEqualTo(Outcome.FAILURE);
  }

  private static Outcome outcome(Reason reason) {
    return SignInVerdict.outcome(
        List.of(Finding.of(reason, Stage.TICKET, "alice@contoso.example", Map.of())));
  }
}
