package io.lyncwatch.discovery;

import static io.lyncwatch.discovery.DiscoveryRecord.LYNCDISCOVER;
import static io.lyncwatch.discovery.DiscoveryRecord.LYNCDISCOVERINTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Expectations.Expected;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
  @Test
  void by_default_each_record_is_present_in_its_own_view_and_the_internal_one_absent_outside() {
    Expectations rule = Expectations.DEFAULT;

    assertThat(rule.of(View.INTERNAL, LYNCDISCOVERINTERNAL)).isEqualTo(Expected.PRESENT);
    assertThat(rule.of(View.EXTERNAL, LYNCDISCOVER)).isEqualTo(Expected.PRESENT);
    assertThat(rule.of(View.EXTERNAL, LYNCDISCOVERINTERNAL)).isEqualTo(Expected.ABSENT);
    assertThat(rule.of(View.INTERNAL, LYNCDISCOVER)).isEqualTo(Expected.ANY);
  }

  @Test
  void where_the_side_is_not_known_nothing_is_expected_of_a_single_record() {
    assertThat(Expectations.DEFAULT.of(View.ANY, LYNCDISCOVER)).isEqualTo(Expected.ANY);
    assertThat(Expectations.DEFAULT.of(View.ANY, LYNCDISCOVERINTERNAL)).isEqualTo(Expected.ANY);
  }

  @Test
  void what_the_operator_says_holds_in_the_records_own_view() {
    Expectations absent = new Expectations(Optional.of(Expected.ABSENT), Optional.empty());

    assertThat(absent.of(View.INTERNAL, LYNCDISCOVERINTERNAL)).isEqualTo(Expected.ABSENT);
    assertThat(absent.of(View.EXTERNAL, LYNCDISCOVER)).isEqualTo(Expected.PRESENT);
  }

  @Test
  void any_also_lifts_the_judgement_of_a_leak() {
    Expectations any = new Expectations(Optional.of(Expected.ANY), Optional.empty());

    assertThat(any.of(View.EXTERNAL, LYNCDISCOVERINTERNAL)).isEqualTo(Expected.ANY);
  }
}
