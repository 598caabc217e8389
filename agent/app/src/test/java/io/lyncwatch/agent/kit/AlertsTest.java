package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {
  private static final int MOST = 17;

  @Test
  void there_are_few_enough_to_know_them_all() {
    assertThat(Kit.alerts().stream().map(Kit.Alert::name).distinct()).hasSizeBetween(1, MOST);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#alerts")
  void an_alert_says_how_bad_it_is_and_waits_before_it_fires(Kit.Alert alert) {
    assertThat(alert.labels()).containsKey("severity");
    assertThat(alert.labels().get("severity")).isIn("critical", "warning", "none");
    assertThat(alert.holdFor()).matches("\\d+m");
    assertThat(alert.holdFor().equals("0m")).isEqualTo(alert.labels().containsValue("none"));
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#alerts")
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

  /** Another bound makes another alert, else Alertmanager would not send the certificate again. */
  @Test
  void only_the_bounds_of_an_end_tell_alerts_of_one_name_apart() {
    assertThat(Kit.alerts())
        .allMatch(alert -> alert.labels().size() == 1 || alert.labels().containsKey("within"))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_alert_has_a_test_that_sees_it_fire() {
    Set<String> tested =
        Kit.ruleTests().stream()
            .map(Kit::read)
            .filter(text -> text.contains("exp_alerts"))
            .flatMap(text -> Kit.alerts().stream().map(Kit.Alert::name).filter(text::contains))
            .collect(Collectors.toSet());

    assertThat(Kit.alerts()).extracting(Kit.Alert::name).isSubsetOf(tested);
  }
}
