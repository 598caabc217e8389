package io.lyncwatch.agent.change;

import static io.lyncwatch.agent.change.Sample.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.report.Facts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressWatchTest {
  private final Observed name = new Observed(Sample.RESOLVER);

  @Test
  void the_first_answer_changes_nothing() {
    assertThat(name.told(answer("192.0.2.1"))).isEmpty();
  }

  @Test
  void a_name_that_leads_elsewhere_is_told_at_once() {
    name.told(answer("192.0.2.1", "192.0.2.2"));

    Change change = name.after(answer("192.0.2.9")).getFirst();

    assertThat(change.kind()).isEqualTo(Change.Kind.ADDRESSES);
    assertThat(change.where()).isEqualTo("lyncdiscover.contoso.example at quad9");
    assertThat(change.before()).isEqualTo("192.0.2.1, 192.0.2.2");
    assertThat(change.after()).isEqualTo("192.0.2.9");
  }

  @Test
  void a_name_that_ends_or_appears_is_told_at_once() {
    name.told(answer("192.0.2.1"));

    assertThat(name.told(answer())).containsExactly("192.0.2.1 > none");
    assertThat(name.told(answer("192.0.2.1"))).containsExactly("none > 192.0.2.1");
  }

  @Test
  void the_order_of_addresses_is_of_no_account() {
    name.told(answer("192.0.2.1", "192.0.2.2"));

    assertThat(name.told(answer("192.0.2.2", "192.0.2.1"))).isEmpty();
  }

  @Test
  void an_address_that_was_added_is_told_when_the_next_answer_has_it_too() {
    name.told(answer("192.0.2.1"));

    assertThat(name.told(answer("192.0.2.1", "192.0.2.2"))).isEmpty();
    assertThat(name.told(answer("192.0.2.1", "192.0.2.2")))
        .containsExactly("192.0.2.1 > 192.0.2.1, 192.0.2.2");
    assertThat(name.told(answer("192.0.2.1", "192.0.2.2"))).isEmpty();
  }

  @Test
  void an_answer_that_was_different_only_once_is_no_change() {
    name.told(answer("192.0.2.1", "192.0.2.2"));

    assertThat(name.told(answer("192.0.2.1"))).isEmpty();
    assertThat(name.told(answer("192.0.2.1", "192.0.2.2"))).isEmpty();
    assertThat(name.told(answer("192.0.2.1"))).isEmpty();
  }

  @Test
  void a_resolver_that_is_silent_for_one_type_changes_nothing() {
    name.told(answer("192.0.2.1"));

    assertThat(name.told(Sample.half("192.0.2.9"))).isEmpty();
    assertThat(name.told(answer("192.0.2.1"))).isEmpty();
  }

  @Test
  void a_balancer_that_hands_out_one_of_four_is_soon_no_news_but_its_end_is() {
    long told =
        IntStream.range(0, 200)
            .mapToLong(run -> name.told(answer("192.0.2." + (1 + run % 4))).size())
            .sum();

    assertThat(told).isEqualTo(7); // each comes twice, the first of all is where it began
    assertThat(name.told(answer("198.51.100.1"))).hasSize(1);
  }

  @Test
  void a_balancer_that_hands_out_two_of_many_is_soon_no_news() {
    for (int run = 0; run < 60; run++) {
      name.told(pairOfFive(run));
    }

    assertThat(IntStream.range(60, 200).mapToObj(run -> name.told(pairOfFive(run))))
        .allMatch(List::isEmpty);
  }

  private static Facts.Dns pairOfFive(int run) {
    return answer("192.0.2." + (1 + run % 5), "192.0.2." + (1 + (run + 1) % 5));
  }
}
