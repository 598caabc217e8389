package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final FollowUps followUps = new FollowUps(nanos::get);
  private final Deadline run = Deadline.in(Duration.ofSeconds(50), nanos::get);

  @Test
  void all_questions_of_a_run_share_two_seconds() {
    assertThat(followUps.request(run, lasting(1200))).contains(2000L);
    assertThat(followUps.request(run, lasting(300))).contains(800L);
    assertThat(followUps.request(run, lasting(0))).contains(500L);
  }

  @Test
  void name_servers_leave_half_a_second_for_requests() {
    assertThat(followUps.lookup(run, lasting(1500))).contains(1500L);
    assertThat(followUps.request(run, lasting(0))).contains(500L);
  }

  @Test
  void name_servers_are_not_asked_in_no_time() {
    followUps.lookup(run, lasting(1700));

    assertThat(followUps.lookup(run, lasting(0))).isEmpty();
  }

  @Test
  void a_request_is_not_sent_in_no_time() {
    followUps.request(run, lasting(2001));

    assertThat(followUps.request(run, lasting(0))).isEmpty();
  }

  @Test
  void the_seventh_request_is_not_sent() {
    for (int i = 0; i < 6; i++) {
      assertThat(followUps.request(run, lasting(1))).isPresent();
    }

    assertThat(followUps.request(run, lasting(1))).isEmpty();
  }

  @Test
  void no_question_outlasts_the_run() {
    assertThat(followUps.lookup(Deadline.in(Duration.ofMillis(40), nanos::get), lasting(1)))
        .contains(40L);
  }

  /** Says how many milliseconds it may last, and lasts that long. */
  private Function<Deadline, Long> lasting(long millis) {
    return allowed -> {
      long left = allowed.left().toMillis();
      nanos.addAndGet(Duration.ofMillis(millis).toNanos());
      return left;
    };
  }
}
