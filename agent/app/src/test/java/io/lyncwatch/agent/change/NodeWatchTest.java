package io.lyncwatch.agent.change;

import static io.lyncwatch.agent.change.Sample.machines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeWatchTest {
  private final Observed entry = new Observed(Sample.ENTRY);

  @Test
  void machines_met_in_the_first_runs_were_there_before() {
    List<String> told = new ArrayList<>(repeatedly(NodeWatch.PATIENCE - 1, "fe01"));
    told.addAll(entry.told(machines("fe02")));

    assertThat(told).isEmpty();
  }

  @Test
  void a_machine_that_comes_later_is_told_at_once() {
    repeatedly(NodeWatch.PATIENCE, "fe01");

    assertThat(entry.told(machines("fe01", "fe02"))).containsExactly("fe01 > fe01, fe02");
    assertThat(entry.told(machines("fe01", "fe02"))).isEmpty();
  }

  @Test
  void a_machine_is_gone_when_it_was_not_met_for_so_many_runs() {
    repeatedly(NodeWatch.PATIENCE, "fe01", "fe02");

    assertThat(repeatedly(NodeWatch.PATIENCE - 1, "fe01")).isEmpty();
    assertThat(entry.told(machines("fe01"))).containsExactly("fe01, fe02 > fe01");
  }

  @Test
  void machines_that_take_turns_behind_one_address_are_no_news() {
    List<String> told = new ArrayList<>();
    for (int run = 0; run < 10 * NodeWatch.PATIENCE; run++) {
      told.addAll(entry.told(machines("fe0" + (1 + run % 4))));
    }

    assertThat(told).isEmpty();
  }

  @Test
  void machines_of_a_large_pool_that_a_balancer_picks_by_chance_are_no_news() {
    Random balancer = new Random(1);
    List<String> told = new ArrayList<>();
    for (int run = 0; run < 3 * 1440; run++) {
      told.addAll(entry.told(machines("fe" + balancer.nextInt(16))));
    }

    assertThat(told).isEmpty();
  }

  @Test
  void runs_without_an_answer_from_some_address_count_against_nobody() {
    repeatedly(NodeWatch.PATIENCE, "fe01", "fe02");

    assertThat(repeatedly(2 * NodeWatch.PATIENCE, "fe01", "")).isEmpty();
    assertThat(repeatedly(2 * NodeWatch.PATIENCE)).isEmpty();
    assertThat(entry.told(machines("fe01", "fe02"))).isEmpty();
  }

  private List<String> repeatedly(int runs, String... machines) {
    List<String> told = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      told.addAll(entry.told(machines(machines)));
    }
    return told;
  }
}
