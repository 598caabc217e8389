package io.lyncwatch.agent.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.ClosedPort;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.DnsClient;
import io.lyncwatch.discovery.dns.Patience;
import io.lyncwatch.discovery.dns.Resolver;
import io.lyncwatch.discovery.dns.StubDnsClient;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether anybody in a view answers, on real sockets. */
@Timeout(30)
class KnockTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final DnsClient CLIENT =
      new StubDnsClient(
          Ticker.SYSTEM, new Random(1), new Patience(List.of(Duration.ofMillis(300))));

  private DatagramSocket silent;
  private DatagramSocket other;

  @BeforeEach
  void open() throws IOException {
    silent = new DatagramSocket(0, HERE);
    other = new DatagramSocket(0, HERE);
  }

  @AfterEach
  void close() {
    silent.close();
    other.close();
  }

  @Test
  void nobody_answers_where_all_resolvers_are_silent_and_nobody_has_ever_answered() {
    Reach.Echo echo = knock(List.of()).in(View.INTERNAL);

    assertThat(echo.answered()).isFalse();
    assertThat(echo.resolvers()).containsExactly("dc1 (127.0.0.1)", "quad9 (127.0.0.1)");
    assertThat(echo.servers()).isZero();
  }

  @Test
  void a_server_that_takes_a_connection_answers() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
      assertThat(knock(List.of(at(server))).in(View.INTERNAL).answered()).isTrue();
    }
  }

  @Test
  void a_refusal_is_an_answer() throws IOException {
    try (ClosedPort closed = new ClosedPort()) {
      InetSocketAddress address = new InetSocketAddress(HERE, closed.port());
      assertThat(knock(List.of(address)).in(View.INTERNAL).answered()).isTrue();
    }
  }

  @Test
  void a_resolver_of_the_other_view_shows_that_this_machine_has_a_network() {
    assertThat(where("quad9", List.of()).in(View.INTERNAL).answered()).isTrue();
  }

  @Test
  void it_is_not_asked_where_somebody_of_this_view_is_known() throws IOException {
    try (ClosedPort closed = new ClosedPort()) {
      InetSocketAddress known = new InetSocketAddress(HERE, closed.port());

      assertThat(where("quad9", List.of(known)).in(View.INTERNAL).resolvers())
          .containsExactly("dc1 (127.0.0.1)");
    }
  }

  /** Where one resolver answers. */
  private Knock where(String answering, List<InetSocketAddress> known) {
    return new Knock(
        resolvers(),
        "contoso.example",
        (resolver, name, type, deadline) ->
            new DnsAnswer(
                resolver,
                name,
                type,
                resolver.name().equals(answering) ? Status.NXDOMAIN : Status.TIMEOUT,
                List.of(),
                List.of(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                0,
                false,
                Duration.ZERO,
                ""),
        view -> known,
        Ticker.SYSTEM);
  }

  private Knock knock(List<InetSocketAddress> known) {
    return new Knock(resolvers(), "contoso.example", CLIENT, view -> known, Ticker.SYSTEM);
  }

  private List<Resolver> resolvers() {
    return List.of(resolver("dc1", silent, View.INTERNAL), resolver("quad9", other, View.EXTERNAL));
  }

  private static Resolver resolver(String name, DatagramSocket socket, View view) {
    return new Resolver(name, new InetSocketAddress(HERE, socket.getLocalPort()), view);
  }

  private static InetSocketAddress at(ServerSocket server) {
    return new InetSocketAddress(HERE, server.getLocalPort());
  }
}
