package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.finding.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsequencesTest {
  private static final String POOL = "pool01.corp.contoso.example";

  @Test
  void a_cause_weighs_as_much_as_the_worst_that_follows_from_it() {
    Finding bridged = of(Reason.ACCESS_LOCATION_WRONG, Stage.ROOT, Map.of("hosts", POOL + " x"));
    Finding lost = of(Reason.DNS_NXDOMAIN, Stage.CHALLENGE, Map.of("name", POOL));

    assertThat(Consequences.told(List.of(bridged, lost)))
        .extracting(Finding::reason, Finding::severity, Finding::role)
        .containsExactly(
            tuple(Reason.ACCESS_LOCATION_WRONG, Severity.ERROR, Role.PRIMARY),
            tuple(Reason.DNS_NXDOMAIN, Severity.ERROR, Role.CONSEQUENCE));
  }

  @Test
  void what_was_found_before_does_not_follow_from_a_wrong_bridge() {
    Finding bridged = of(Reason.ACCESS_LOCATION_WRONG, Stage.ROOT, Map.of("hosts", POOL));
    Finding refused = of(Reason.TCP_REFUSED, Stage.ROOT, Map.of("endpoint", POOL + ":443"));

    assertThat(Consequences.told(List.of(bridged, refused)))
        .extracting(Finding::role)
        .containsOnly(Role.PRIMARY);
  }

  @Test
  void a_host_that_no_answer_of_a_wrong_bridge_led_to_is_lost_by_itself() {
    Finding bridged = of(Reason.ACCESS_LOCATION_WRONG, Stage.ROOT, Map.of("hosts", POOL));
    Finding lost = of(Reason.TCP_REFUSED, Stage.SERVICES, Map.of("endpoint", "web.example:443"));

    assertThat(Consequences.told(List.of(bridged, lost)))
        .extracting(Finding::role)
        .containsOnly(Role.PRIMARY);
  }

  @Test
  void a_captive_portal_explains_nothing_that_happens_after_the_entry() {
    Finding portal = of(Reason.CAPTIVE_PORTAL, Stage.ROOT, Map.of());
    Finding here = of(Reason.TCP_REFUSED, Stage.ROOT, Map.of());
    Finding later = of(Reason.TCP_REFUSED, Stage.SERVICES, Map.of());

    assertThat(Consequences.told(List.of(portal, here, later)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE, Role.PRIMARY);
  }

  @Test
  void a_name_that_is_missing_outside_explains_that_name_only() {
    Finding missing = of(Reason.EXTERNAL_NAME_MISSING, Stage.ROOT, Map.of("name", POOL));
    Finding same = of(Reason.DNS_NXDOMAIN, Stage.ROOT, Map.of("name", POOL));
    Finding other = of(Reason.DNS_NXDOMAIN, Stage.ROOT, Map.of("name", "web.contoso.example"));

    assertThat(Consequences.told(List.of(missing, same, other)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE, Role.PRIMARY);
  }

  @Test
  void a_url_on_the_internal_host_explains_what_fails_at_any_port_of_it() {
    Finding inside = of(Reason.MOBILITY_INSIDE, Stage.SERVICES, Map.of("name", POOL));
    Finding refused = of(Reason.TCP_REFUSED, Stage.SERVICES, Map.of("endpoint", POOL + ":443"));
    Finding other = of(Reason.TCP_REFUSED, Stage.SERVICES, Map.of("endpoint", "x" + POOL + ":443"));

    assertThat(Consequences.told(List.of(inside, refused, other)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE, Role.PRIMARY);
  }

  @Test
  void an_answer_of_the_inside_through_a_wrong_bridge_explains_a_name_that_outside_does_not_have() {
    Finding bridged = of(Reason.ACCESS_LOCATION_WRONG, Stage.ROOT, Map.of("hosts", POOL));
    Finding missing = of(Reason.EXTERNAL_NAME_MISSING, Stage.ROOT, Map.of("name", POOL));
    Finding other = of(Reason.EXTERNAL_NAME_MISSING, Stage.ROOT, Map.of("name", "web.example"));

    assertThat(Consequences.told(List.of(bridged, missing, other)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE, Role.PRIMARY);
  }

  @Test
  void an_outdated_answer_explains_what_is_met_where_it_leads() {
    Finding outdated =
        of(Reason.DNS_AUTHORITY_STALE, Stage.RESOLVE, Map.of("name", POOL, "misled-by", "dc2"));
    Finding page = at(Reason.HTTP_NOT_LYNC, "http://" + POOL + "/");
    Finding expired = at(Reason.TLS_EXPIRED, POOL + ":443");
    Finding elsewhere = at(Reason.TLS_EXPIRED, "web.example:443");

    assertThat(Consequences.told(List.of(outdated, page, expired, elsewhere)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE, Role.CONSEQUENCE, Role.PRIMARY);
  }

  @Test
  void an_outdated_answer_explains_nothing_where_another_one_was_followed() {
    Finding outdated = of(Reason.DNS_PROPAGATING, Stage.RESOLVE, Map.of("name", POOL));

    assertThat(Consequences.told(List.of(outdated, at(Reason.TLS_EXPIRED, POOL + ":443"))))
        .extracting(Finding::role)
        .containsOnly(Role.PRIMARY);
  }

  @Test
  void whoever_a_foreign_alias_leads_to_shows_his_own_page() {
    Finding alias = of(Reason.DNS_CNAME_FOREIGN, Stage.RESOLVE, Map.of("name", POOL));
    Finding page = at(Reason.HTTP_NOT_LYNC, "http://" + POOL + "/");
    Finding other = at(Reason.HTTP_NOT_LYNC, "http://web.example/");

    assertThat(Consequences.told(List.of(alias, page, other)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE, Role.PRIMARY);
  }

  @Test
  void who_has_the_certificate_for_a_name_shows_his_page_by_right() {
    Finding alias = of(Reason.DNS_CNAME_FOREIGN, Stage.RESOLVE, Map.of("name", POOL));
    Finding page = at(Reason.HTTP_NOT_LYNC, "https://" + POOL + "/");

    assertThat(Consequences.told(List.of(alias, page)))
        .extracting(Finding::role)
        .containsOnly(Role.PRIMARY);
  }

  @Test
  void a_name_of_the_inside_to_which_clients_outside_are_led_has_no_certificate_there() {
    Finding bridged = of(Reason.ACCESS_LOCATION_WRONG, Stage.ROOT, Map.of("hosts", POOL));
    Finding mobility = of(Reason.MOBILITY_INSIDE, Stage.SERVICES, Map.of("name", POOL));
    Finding mismatch = of(Reason.TLS_NAME_MISMATCH, Stage.SERVICES, Map.of("name", POOL));

    assertThat(Consequences.told(List.of(bridged, mismatch)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE);
    assertThat(Consequences.told(List.of(mobility, mismatch)))
        .extracting(Finding::role)
        .containsExactly(Role.PRIMARY, Role.CONSEQUENCE);
  }

  private static Finding at(Reason reason, String where) {
    return Finding.of(reason, Stage.ROOT, where, Map.of());
  }

  private static Finding of(Reason reason, Stage stage, Map<String, String> evidence) {
    return Finding.of(reason, stage, "somewhere", evidence);
  }
}
