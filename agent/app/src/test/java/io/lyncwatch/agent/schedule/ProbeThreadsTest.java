package io.lyncwatch.agent.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbeThreadsTest {
  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void work_runs_on_virtual_threads() throws InterruptedException {
    ProbeThreads threads = new ProbeThreads(1);
    AtomicInteger virtual = new AtomicInteger();
    CountDownLatch ran = new CountDownLatch(1);

    threads.runInThread(() -> {
      virtual.set(Thread.currentThread().isVirtual() ? 1 : 0);
      ran.countDown();
    });

    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(virtual).hasValue(1);
  }

  @Test
  void free_slots_are_what_is_left_of_the_limit() {
    ProbeThreads threads = new ProbeThreads(3);
    threads.runInThread(this::waitAtGate);

    assertThat(threads.blockForAvailableThreads()).isEqualTo(2);

    gate.countDown();
    await().untilAsserted(() -> assertThat(threads.blockForAvailableThreads()).isEqualTo(3));
  }

  @Test
  void asking_for_a_slot_waits_until_one_is_free() throws InterruptedException {
    ProbeThreads threads = new ProbeThreads(1);
    threads.runInThread(this::waitAtGate);
    CountDownLatch answered = new CountDownLatch(1);
    Thread asker =
        Thread.ofVirtual()
            .start(() -> {
              threads.blockForAvailableThreads();
              answered.countDown();
            });
    await().until(() -> asker.getState() == Thread.State.WAITING);

    gate.countDown();

    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_shutdown_lets_go_who_waits_for_a_slot() throws InterruptedException {
    ProbeThreads threads = new ProbeThreads(1);
    threads.runInThread(this::waitAtGate);
    Thread asker = Thread.ofVirtual().start(threads::blockForAvailableThreads);
    await().until(() -> asker.getState() == Thread.State.WAITING);

    threads.shutdown(false);

    assertThat(asker.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void work_that_ignores_one_interrupt_is_interrupted_again() throws InterruptedException {
    ProbeThreads threads = new ProbeThreads(1);
    threads.runInThread(() -> {
      waitAtGate();
      waitAtGate();
      waitAtGate();
    });

    assertThat(threads.end(Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void a_limit_of_none_is_refused() {
    assertThatThrownBy(() -> new ProbeThreads(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @SuppressWarnings("InterruptedExceptionSwallowed") // being interrupted is what is tested
  private void waitAtGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      // Swallowed on purpose, as a careless probe might.
    }
  }
}
