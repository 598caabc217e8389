package io.lyncwatch.agent.schedule;

import static io.lyncwatch.agent.report.TestingReports.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.report.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Exclusive ALICE = new Exclusive("alice", Duration.ofSeconds(5));
  private static final TargetId ONE = entry("one.example");
  private static final TargetId TWO = entry("two.example");
  private static final TargetId THREE = entry("three.example");

  private final Turns turns = new Turns();
  private final List<String> told = new ArrayList<>();

  @Test
  void one_begins_at_once_and_another_is_told_to_come_when_the_spacing_has_passed() {
    assertThat(begin(ONE, 0)).isTrue();
    assertThat(begin(TWO, 1)).isFalse();
    assertThat(told).isEmpty();

    end(2);

    assertThat(told).containsExactly(call(TWO, 7));
    assertThat(begin(TWO, 7)).isTrue();
  }

  @Test
  void who_comes_between_two_turns_is_told_when_the_spacing_will_have_passed() {
    begin(ONE, 0);
    end(1);

    assertThat(begin(TWO, 5)).isFalse();
    assertThat(told).containsExactly(call(TWO, 6));
  }

  @Test
  void who_came_first_goes_first_also_if_another_asks_sooner() {
    begin(ONE, 0);
    begin(TWO, 1);
    begin(THREE, 2);
    end(3);

    assertThat(begin(ONE, 8)).as("has just had its turn").isFalse();
    assertThat(begin(THREE, 8)).isFalse();
    assertThat(begin(TWO, 8)).isTrue();
    end(9);
    assertThat(begin(THREE, 14)).isTrue();
    end(15);
    assertThat(begin(ONE, 20)).isTrue();
    assertThat(told).containsExactly(call(TWO, 8), call(THREE, 14), call(ONE, 20));
  }

  @Test
  void who_asks_again_keeps_its_one_place() {
    begin(ONE, 0);
    begin(TWO, 1);
    begin(THREE, 2);
    begin(TWO, 3);
    end(4);
    begin(TWO, 9);
    end(10);

    assertThat(told).containsExactly(call(TWO, 9), call(THREE, 15));
  }

  @Test
  void who_leaves_lets_the_next_one_move_up() {
    begin(ONE, 0);
    begin(TWO, 1);
    begin(THREE, 2);
    end(3);

    turns.leave(ALICE, TWO);

    assertThat(told).containsExactly(call(TWO, 8), call(THREE, 8));
    assertThat(begin(THREE, 8)).isTrue();
  }

  @Test
  void who_leaves_from_further_back_changes_nothing() {
    begin(ONE, 0);
    begin(TWO, 1);
    begin(THREE, 2);
    turns.leave(ALICE, THREE);
    turns.leave(ALICE, THREE);
    end(3);

    assertThat(told).containsExactly(call(TWO, 8));
  }

  @Test
  void who_waits_for_too_long_is_known_and_then_waits_anew() {
    Duration patience = Duration.ofSeconds(60);
    begin(ONE, 0);
    begin(TWO, 1);

    assertThat(turns.overdue(ALICE, TWO, at(54), patience)).isFalse();
    assertThat(turns.overdue(ALICE, TWO, at(55), patience)).isTrue();
    assertThat(turns.overdue(ALICE, TWO, at(62), patience)).isFalse();
    assertThat(turns.overdue(ALICE, TWO, at(121), patience)).isTrue();
    assertThat(turns.overdue(ALICE, ONE, at(121), patience)).as("waits for nothing").isFalse();
  }

  @Test
  void those_who_share_something_else_do_not_wait() {
    begin(ONE, 0);

    Exclusive bob = new Exclusive("bob", Duration.ofSeconds(5));
    assertThat(turns.begin(bob, TWO, NOON, then -> {})).isTrue();
  }

  @Test
  void a_clock_that_is_set_back_makes_nobody_wait_for_hours() {
    begin(ONE, 0);
    end(1);

    assertThat(begin(TWO, -3600)).isTrue();
  }

  private boolean begin(TargetId target, int second) {
    return turns.begin(ALICE, target, at(second), then -> told.add(target + " " + then));
  }

  private void end(int second) {
    turns.end(ALICE, at(second));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }

  private static String call(TargetId target, int second) {
    return target + " " + at(second);
  }
}
