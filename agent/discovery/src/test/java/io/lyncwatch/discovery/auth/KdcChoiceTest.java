package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KdcChoiceTest {
  private final Deadline deadline = Deadline.in(Duration.ofSeconds(20), Ticker.SYSTEM);

  @Test
  void the_first_server_that_takes_a_connection_is_chosen() throws IOException {
    try (ServerSocket first = listening();
        ServerSocket second = listening()) {
      List<String> kdcs = List.of(closed(), text(first), text(second));

      assertThat(KdcChoice.reachable(kdcs, deadline)).contains(text(first));
    }
  }

  @Test
  void where_none_takes_one_none_is_chosen() throws IOException {
    assertThat(KdcChoice.reachable(List.of(closed()), deadline)).isEmpty();
    assertThat(KdcChoice.reachable(List.of(), deadline)).isEmpty();
  }

  @Test
  void nothing_is_tried_when_the_time_is_up() throws IOException {
    try (ServerSocket there = listening()) {
      assertThat(
              KdcChoice.reachable(List.of(text(there)), Deadline.in(Duration.ZERO, Ticker.SYSTEM)))
          .isEmpty();
    }
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static String closed() throws IOException {
    try (ServerSocket socket = listening()) {
      return text(socket);
    }
  }

  private static String text(ServerSocket socket) {
    return "127.0.0.1:" + socket.getLocalPort();
  }
}
