package io.lyncwatch.discovery.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those get who want to know what another one is just finding out. */
@Timeout(60)
class KeptTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final Deadline LATER = Deadline.in(Duration.ofSeconds(50), Ticker.SYSTEM);

  private final Kept<String> kept = new Kept<>(10, value -> 1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  @Test
  void who_waits_is_told_what_another_found_out() throws Exception {
    FutureTask<String> first = first(Duration.ofHours(1));
    FutureTask<String> second = waiting(() -> ask("own", LATER));
    answer.complete("found");

    assertThat(first.get()).isEqualTo("found");
    assertThat(second.get()).isEqualTo("found");
  }

  @Test
  void who_waits_for_one_that_fails_tries_itself() throws Exception {
    FutureTask<String> first = first(Duration.ofHours(1));
    FutureTask<String> second = waiting(() -> ask("own", LATER));
    answer.completeExceptionally(new IllegalStateException("a bug, or an interrupt"));

    assertThat(first).failsWithin(Duration.ofSeconds(50));
    assertThat(second.get()).isEqualTo("own");
  }

  @Test
  void who_waits_for_one_whose_value_does_not_hold_tries_itself() throws Exception {
    FutureTask<String> first = first(Duration.ZERO);
    FutureTask<String> second = waiting(() -> ask("own", LATER));
    answer.complete("found for itself");

    assertThat(first.get()).isEqualTo("found for itself");
    assertThat(second.get()).isEqualTo("own");
    assertThat(kept.at("key", NOW)).contains("own");
  }

  @Test
  void who_has_no_time_to_wait_does_not() throws Exception {
    var _ = first(Duration.ofHours(1));

    assertThat(ask("own", Deadline.in(Duration.ZERO, Ticker.SYSTEM))).isEqualTo("own");
    answer.complete("found");
  }

  @Test
  void a_failure_reaches_who_asked() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            kept.ask(
                "key",
                NOW,
                LATER,
                () -> {
                  throw new IllegalStateException("a bug");
                },
                (value, now) -> now))
        .withMessage("a bug");
  }

  /** One that is finding out. */
  private FutureTask<String> first(Duration holds) throws InterruptedException {
    FutureTask<String> first =
        started(() ->
            kept.ask(
                "key",
                NOW,
                LATER,
                () -> {
                  begun.countDown();
                  return answer.join();
                },
                (value, now) -> now.plus(holds)));
    begun.await();
    return first;
  }

  private String ask(String own, Deadline deadline) {
    return kept.ask("key", NOW, deadline, () -> own, (value, now) -> now.plus(Duration.ofHours(1)));
  }

  private static FutureTask<String> waiting(Callable<String> asking) {
    FutureTask<String> task = new FutureTask<>(asking);
    Thread thread = Thread.ofVirtual().start(task);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }

  private static FutureTask<String> started(Callable<String> asking) {
    FutureTask<String> task = new FutureTask<>(asking);
    Thread.ofVirtual().start(task);
    return task;
  }
}
