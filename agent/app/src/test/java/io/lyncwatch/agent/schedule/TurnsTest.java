package io.lyncwatch.agent.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Exclusive ALICE = new Exclusive("alice", Duration.ofSeconds(5));

  private final Turns turns = new Turns();
  private final List<Instant> told = new ArrayList<>();

  @Test
  void one_begins_at_once_and_another_is_told_to_come_when_the_spacing_has_passed() {
    assertThat(begin(ALICE, 0)).isTrue();
    assertThat(begin(ALICE, 1)).isFalse();
    assertThat(told).isEmpty();

    turns.end(ALICE, NOON.plusSeconds(2));

    assertThat(told).containsExactly(NOON.plusSeconds(7));
    assertThat(begin(ALICE, 7)).isTrue();
  }

  @Test
  void who_comes_between_two_turns_is_told_when_the_spacing_will_have_passed() {
    begin(ALICE, 0);
    turns.end(ALICE, NOON.plusSeconds(1));

    assertThat(begin(ALICE, 5)).isFalse();
    assertThat(told).containsExactly(NOON.plusSeconds(6));
  }

  @Test
  void those_who_share_something_else_do_not_wait() {
    begin(ALICE, 0);

    assertThat(begin(new Exclusive("bob", Duration.ofSeconds(5)), 0)).isTrue();
  }

  @Test
  void a_clock_that_is_set_back_makes_nobody_wait_for_hours() {
    begin(ALICE, 0);
    turns.end(ALICE, NOON.plusSeconds(1));

    assertThat(begin(ALICE, -3600)).isTrue();
  }

  private boolean begin(Exclusive shared, int second) {
    return turns.begin(shared, NOON.plusSeconds(second), told::add);
  }
}
