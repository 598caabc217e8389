package io.lyncwatch.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CutoffTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Deadline deadline = Deadline.in(Duration.ofSeconds(1), nanos::get);

  @Test
  void closes_the_socket_once_the_deadline_has_passed() throws InterruptedException {
    Watched socket = new Watched();
    Cutoff cutoff = Cutoff.at(deadline, socket);
    nanos.set(Duration.ofSeconds(2).toNanos());
    assertThat(socket.closed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(cutoff.inTime()).isFalse();
  }

  @Test
  void leaves_a_socket_alone_that_was_done_in_time() throws InterruptedException {
    Watched done = new Watched();
    assertThat(Cutoff.at(deadline, done).inTime()).isTrue();
    nanos.set(Duration.ofSeconds(2).toNanos());
    Watched late = new Watched();
    Cutoff cutoff = Cutoff.at(deadline, late);
    assertThat(late.closed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(cutoff.inTime()).isFalse();
    assertThat(done.closed.getCount()).isOne();
  }

  private static final class Watched extends Socket {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void close() throws IOException {
      super.close();
      closed.countDown();
    }
  }
}
