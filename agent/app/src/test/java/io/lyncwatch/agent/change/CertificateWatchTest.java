package io.lyncwatch.agent.change;

import static io.lyncwatch.agent.change.Sample.presented;
import static io.lyncwatch.agent.change.Sample.presenting;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.report.Names;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateWatchTest {
  private static final String ONE = "192.0.2.1:443";
  private static final String TWO = "192.0.2.2:443";
  private static final List<String> BOTH = List.of(ONE, TWO);

  private final Observed endpoint = new Observed(Sample.ENDPOINT);

  @Test
  void the_first_report_changes_nothing() {
    assertThat(endpoint.after(presenting(presented(ONE, "old")))).isEmpty();
  }

  @Test
  void a_replaced_certificate_is_told_with_old_and_new_side_by_side() {
    endpoint.after(presenting(presented(ONE, "old", "CN=First", "key", "a.example", "b.example")));

    List<Change> changes =
        endpoint.after(
            presenting(presented(ONE, "new", "CN=Second", "key", "b.example", "c.example")));

    assertThat(changes).hasSize(1);
    Change.Certificate change = (Change.Certificate) changes.getFirst();
    assertThat(change.where()).isEqualTo("web.contoso.example:443");
    assertThat(change.old().subject()).isEqualTo("CN=old");
    assertThat(change.renewed().subject()).isEqualTo("CN=new");
    assertThat(change.lost()).isEqualTo(Names.of(List.of("a.example")));
    assertThat(change.won()).isEqualTo(Names.of(List.of("c.example")));
    assertThat(change.issuerChanged()).isTrue();
    assertThat(change.keyReused()).isTrue();
    assertThat(change.loses()).isTrue();
    assertThat(change.remarks())
        .containsExactly(
            "it no longer covers a.example",
            "it also covers c.example",
            "another issuer",
            "the same key");
  }

  @Test
  void a_renewal_for_the_same_names_loses_nothing() {
    endpoint.after(presenting(presented(ONE, "old")));

    Change change = endpoint.after(presenting(presented(ONE, "new"))).getFirst();

    assertThat(change.loses()).isFalse();
    assertThat(change.remarks()).containsExactly("a new key");
    assertThat(change.after())
        .isEqualTo(
            "CN=new, serial 0a, by CN=Issuing, valid from 2026-01-01 to 2027-01-01, SHA-256 new");
  }

  @Test
  void a_farm_that_presents_different_certificates_does_not_change_from_run_to_run() {
    endpoint.after(presenting(presented(ONE, "a"), presented(TWO, "b")));

    assertThat(endpoint.after(presenting(presented(TWO, "b"), presented(ONE, "a")))).isEmpty();
    assertThat(endpoint.after(presenting(presented(ONE, "b"), presented(TWO, "a")))).isEmpty();
  }

  @Test
  void an_address_that_was_not_reached_is_no_change_nor_is_its_return() {
    endpoint.after(presenting(presented(ONE, "a"), presented(TWO, "b")));

    assertThat(endpoint.after(presenting(BOTH, presented(ONE, "a")))).isEmpty();
    assertThat(endpoint.after(presenting(BOTH))).isEmpty();
    assertThat(endpoint.after(presenting(presented(ONE, "a"), presented(TWO, "b")))).isEmpty();
  }

  @Test
  void a_run_that_measured_nothing_is_no_change() {
    endpoint.after(presenting(presented(ONE, "a")));

    assertThat(endpoint.after(new Facts.None())).isEmpty();
    assertThat(endpoint.after(presenting(presented(ONE, "a")))).isEmpty();
  }

  @Test
  void a_farm_that_is_renewed_one_machine_after_the_other_is_told_once() {
    endpoint.after(presenting(presented(ONE, "old"), presented(TWO, "old")));

    assertThat(endpoint.after(presenting(presented(ONE, "new"), presented(TWO, "old")))).hasSize(1);
    assertThat(endpoint.after(presenting(presented(ONE, "new"), presented(TWO, "new")))).isEmpty();
  }

  @Test
  void a_certificate_on_two_machines_at_once_is_one_change() {
    endpoint.after(presenting(presented(ONE, "old"), presented(TWO, "old")));

    assertThat(endpoint.after(presenting(presented(ONE, "new"), presented(TWO, "new")))).hasSize(1);
  }

  @Test
  void a_name_that_moved_to_a_server_with_another_certificate_has_changed() {
    endpoint.after(presenting(presented(ONE, "old")));

    assertThat(endpoint.after(presenting(presented(TWO, "new")))).hasSize(1);
    assertThat(endpoint.after(presenting(presented(ONE, "old")))).as("and back").hasSize(1);
  }

  @Test
  void a_further_address_with_the_same_certificate_is_no_change() {
    endpoint.after(presenting(presented(ONE, "a")));

    assertThat(endpoint.after(presenting(presented(ONE, "a"), presented(TWO, "a")))).isEmpty();
  }

  @Test
  void two_machines_that_take_turns_behind_one_address_are_soon_no_news_for_a_day() {
    endpoint.after(presenting(presented(ONE, "a")));
    int told = 0;
    for (int run = 0; run < 20; run++) {
      told += endpoint.after(presenting(presented(ONE, run % 2 == 0 ? "b" : "a"))).size();
    }

    assertThat(told).isEqualTo(3);
    assertThat(endpoint.after(presenting(presented(ONE, "c")))).as("a third one").hasSize(1);
    endpoint.later(Duration.ofDays(2));
    assertThat(endpoint.after(presenting(presented(ONE, "a")))).as("two days later").hasSize(1);
  }
}
