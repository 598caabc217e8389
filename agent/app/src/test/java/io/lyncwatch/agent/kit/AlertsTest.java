package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.finding.Notice;
import io.lyncwatch.discovery.finding.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {
  private static final int MOST = 25;

  @Test
  void beside_those_of_the_reasons_there_are_few_enough_to_know_them_all() {
    assertThat(written().map(Kit.Alert::name).distinct()).hasSizeBetween(1, MOST);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#alerts")
  void an_alert_says_how_bad_it_is_and_waits_before_it_fires(Kit.Alert alert) {
    assertThat(alert.labels()).containsKey("severity");
    assertThat(alert.labels().get("severity")).isIn("critical", "warning", "none");
    assertThat(alert.holdFor()).matches("\\d+[smh]");
    assertThat(alert.holdFor().equals("0m")).isEqualTo(alert.labels().containsValue("none"));
  }

  /** Those that are not made from a reason. */
  static Stream<Kit.Alert> written() {
    return Kit.alerts().stream().filter(alert -> !alert.isOfReason());
  }

  @ParameterizedTest
  @MethodSource("written")
  void an_alert_leads_to_its_section_of_the_runbooks(Kit.Alert alert) {
    assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
    assertThat(alert.annotations().get("runbook_url"))
        .endsWith("/alerts/runbooks/README.md#" + alert.name().toLowerCase(Locale.ROOT));
    assertThat(Kit.read(Kit.RUNBOOKS))
        .containsPattern(
            "## "
                + alert.name()
                + "\\n\\n\\*\\*Means\\.\\*\\*[\\s\\S]+?\\n\\n\\*\\*Look first\\.\\*\\*"
                + "[\\s\\S]+?\\n\\n\\*\\*Cure\\.\\*\\*");
  }

  @Test
  void an_alert_of_a_reason_says_cause_and_cure_and_leads_to_the_page_of_the_reason() {
    assertThat(Kit.alerts())
        .filteredOn(Kit.Alert::isOfReason)
        .isNotEmpty()
        .allSatisfy(alert -> {
          Reason reason =
              Reason.valueOf(alert.labels().getOrDefault("reason", "").toUpperCase(Locale.ROOT));
          assertThat(alert.annotations().get("description"))
              .startsWith(reason.generalCause() + " " + reason.generalCure());
          assertThat(alert.annotations().get("runbook_url"))
              .endsWith("/alerts/runbooks/" + reason.code() + ".md");
        });
  }

  @Test
  void only_reasons_that_deserve_one_have_an_alert_of_their_own() {
    assertThat(Kit.alerts())
        .filteredOn(Kit.Alert::isOfReason)
        .extracting(alert -> alert.labels().get("reason"))
        .containsExactlyElementsOf(
            Arrays.stream(Reason.values())
                .filter(reason -> reason.notice() == Notice.TICKET)
                .map(Reason::code)
                .toList());
  }

  /** Another bound makes another alert, else Alertmanager would not send the certificate again. */
  @Test
  void only_the_bounds_of_an_end_tell_alerts_of_one_name_apart() {
    assertThat(Kit.alerts())
        .allMatch(alert ->
            alert.labels().size() == 1
                || alert.isOfReason()
                || alert.labels().containsKey("within")
                || alert.labels().containsKey("window"))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_alert_has_a_test_that_sees_it_fire() {
    assertThat(Kit.seenFiring()).containsAll(written().map(Kit.Alert::name).toList());
  }
}
