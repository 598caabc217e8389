package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.auth.LockoutGuard.Attempt;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent and a {@code check} on the same machine, as two processes. */
@Timeout(120)
class TwoProcessesTest {
  private static final String PASSWORD = "Swordfish-7";

  @TempDir Path directory;
  private LockoutGuard guard;
  private Process other;
  private BufferedReader answers;
  private Writer orders;

  @BeforeEach
  void start() throws IOException {
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherAgent.class.getName(),
                directory.toString(),
                PASSWORD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = other.inputReader(UTF_8);
    orders = other.outputWriter(UTF_8);
    guard = OtherAgent.guard(directory);
    assertThat(answers.readLine()).isEqualTo("ready");
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    orders.close();
    assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void who_asks_while_the_other_process_tries_waits_and_learns_of_the_rejection()
      throws IOException {
    Attempt attempt = granted(ask(10_000));
    order("ask 60000");
    assertThat(answers.readLine()).isEqualTo("asking");
    attempt.rejected();
    attempt.close();

    assertThat(answers.readLine()).isEqualTo("Held");
  }

  @Test
  void the_lock_survives_that_another_thread_of_its_process_asks() throws IOException {
    try (Attempt attempt = granted(ask(10_000))) {
      assertThat(ask(20)).isInstanceOf(Permission.Busy.class);
      order("ask 100");

      assertThat(answers.readLine()).isEqualTo("asking");
      assertThat(answers.readLine()).isEqualTo("Busy");
      attempt.accepted();
    }
  }

  @Test
  void of_two_processes_that_try_again_and_again_one_sends_the_secret_once() throws Exception {
    CountDownLatch weAsk = new CountDownLatch(1);
    try (CountingServer server = new CountingServer(weAsk)) {
      order("sign-in " + server.port());
      assertThat(answers.readLine()).isEqualTo("asking");
      weAsk.countDown();
      OtherAgent.signInTimes(5, guard, OtherAgent.credential(PASSWORD), server.port());

      assertThat(answers.readLine()).isEqualTo("done");
      assertThat(server.rejections()).isEqualTo(1);
    }
  }

  @Test
  void a_process_that_dies_in_an_attempt_lets_others_try() throws Exception {
    order("ask 10000");
    assertThat(answers.readLine()).isEqualTo("asking");
    assertThat(answers.readLine()).isEqualTo("Granted");
    assertThat(ask(20)).isInstanceOf(Permission.Busy.class);
    other.destroyForcibly().waitFor();

    granted(ask(10_000)).close();
  }

  private void order(String line) throws IOException {
    orders.write(line + "\n");
    orders.flush();
  }

  private Permission ask(long millis) {
    return guard.ask(OtherAgent.credential(PASSWORD), OtherAgent.in(millis));
  }

  private static Attempt granted(Permission permission) {
    assertThat(permission).isInstanceOf(Permission.Granted.class);
    return ((Permission.Granted) permission).attempt();
  }

  /** Rejects everyone, but nobody before the second process is about to ask the guard. */
  private static final class CountingServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger rejections = new AtomicInteger();

    CountingServer(CountDownLatch weAsk) throws IOException {
      Thread.startVirtualThread(() -> serve(weAsk));
    }

    private void serve(CountDownLatch weAsk) {
      while (!listener.isClosed()) {
        try (Socket client = listener.accept()) {
          rejections.incrementAndGet();
          weAsk.await();
          client.getOutputStream().write('n');
        } catch (IOException | InterruptedException e) {
          return;
        }
      }
    }

    int port() {
      return listener.getLocalPort();
    }

    int rejections() {
      return rejections.get();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
