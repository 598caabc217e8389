package io.lyncwatch.discovery.dns;

import static io.lyncwatch.discovery.dns.Replies.a;
import static io.lyncwatch.discovery.dns.Replies.cname;
import static io.lyncwatch.discovery.dns.Replies.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import io.lyncwatch.discovery.dns.ScriptedDnsServer.Script;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** The client against servers that lose, truncate, forge, drip and refuse. */
class StubDnsClientTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(60);

  /** Where an answer is expected: the wait is only used up if the test fails. */
  private static final Patience FOR_AN_ANSWER = new Patience(List.of(LONG));

  /** Long enough for a slow machine to hear what must not be taken for an answer. */
  private static final Patience FOR_STRAYS = new Patience(List.of(Duration.ofMillis(700)));

  private static final Patience IN_VAIN = new Patience(List.of(SHORT, SHORT, SHORT));

  @Test
  void the_usual_patience_sends_at_0_1_and_3_seconds_and_gives_up_after_5() {
    assertThat(Patience.USUAL.waits())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(Patience.USUAL.giveUp()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void the_question_desires_recursion_and_the_answer_is_read() throws IOException {
    try (var server =
        ScriptedDnsServer.overUdp((query, nth) ->
            query.getHeader().getFlag(Flags.RD)
                ? List.of(reply(query, a(NAME, 300, "10.0.0.7")).toWire())
                : List.of())) {
      DnsAnswer answer = ask(server.address(), FOR_AN_ANSWER);

      assertThat(answer.status()).isEqualTo(Status.ADDRESSES);
      assertThat(answer.addresses()).containsExactly(InetAddress.ofLiteral("10.0.0.7"));
      assertThat(answer.ttlSeconds()).hasValue(300);
      assertThat(answer.rcode()).hasValue(0);
      assertThat(answer.retransmits()).isZero();
      assertThat(answer.overTcp()).isFalse();
      assertThat(answer.detail()).isEmpty();
    }
  }

  @Test
  void a_lost_datagram_is_sent_again_and_counted() throws IOException {
    try (var server =
        ScriptedDnsServer.overUdp((query, nth) ->
            nth == 1 ? List.of() : List.of(reply(query, a(NAME, 60, "10.0.0.7")).toWire()))) {
      DnsAnswer answer = ask(server.address(), new Patience(List.of(SHORT, LONG)));

      assertThat(answer.status()).isEqualTo(Status.ADDRESSES);
      assertThat(answer.retransmits()).isEqualTo(1);
    }
  }

  @Test
  void silence_is_a_timeout_after_every_sending() throws IOException {
    try (var server = ScriptedDnsServer.overUdp(Script.SILENT)) {
      DnsAnswer answer = ask(server.address(), IN_VAIN);

      assertThat(answer.status()).isEqualTo(Status.TIMEOUT);
      assertThat(answer.retransmits()).isEqualTo(2);
      assertThat(answer.rcode()).isEmpty();
      assertThat(answer.took()).isGreaterThanOrEqualTo(SHORT);
      await().untilAsserted(() -> assertThat(server.heard()).isEqualTo(3));
    }
  }

  @Test
  void the_deadline_ends_the_waiting_early() throws IOException {
    try (var server = ScriptedDnsServer.overUdp(Script.SILENT)) {
      DnsAnswer answer =
          client(FOR_AN_ANSWER)
              .ask(
                  resolver(server.address()),
                  NAME,
                  AddressType.A,
                  Deadline.in(SHORT, Ticker.SYSTEM));

      assertThat(answer.status()).isEqualTo(Status.TIMEOUT);
      assertThat(answer.took()).isLessThan(LONG);
    }
  }

  @Test
  void a_closed_port_is_unreachable_at_once() throws IOException {
    InetSocketAddress closed;
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      closed = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }
    DnsAnswer answer = ask(closed, FOR_AN_ANSWER);

    assertThat(answer.status()).isEqualTo(Status.UNREACHABLE);
    assertThat(answer.detail()).isEqualTo("port " + closed.getPort() + " is closed");
  }

  @Test
  void a_datagram_with_another_id_does_not_hide_the_answer_behind_it() throws IOException {
    try (var server =
        ScriptedDnsServer.overUdp((query, nth) ->
            List.of(
                forged(query, a(NAME, 60, "192.0.2.66")),
                new byte[] {1, 2, 3},
                reply(query, a(NAME, 60, "10.0.0.7")).toWire()))) {
      DnsAnswer answer = ask(server.address(), FOR_AN_ANSWER);

      assertThat(answer.addresses()).containsExactly(InetAddress.ofLiteral("10.0.0.7"));
    }
  }

  @Test
  void only_datagrams_with_another_id_are_malformed_in_the_end() throws IOException {
    try (var server =
        ScriptedDnsServer.overUdp(
            (query, nth) -> List.of(forged(query, a(NAME, 60, "192.0.2.66"))))) {
      DnsAnswer answer = ask(server.address(), FOR_STRAYS);

      assertThat(answer.status()).isEqualTo(Status.MALFORMED);
      assertThat(answer.detail()).contains("id");
      assertThat(answer.addresses()).isEmpty();
    }
  }

  @Test
  void an_answer_to_another_name_is_not_taken() throws IOException {
    try (var server =
        ScriptedDnsServer.overUdp((query, nth) -> {
          Message other = reply(query, a("www.contoso.example", 60, "192.0.2.66"));
          other.removeAllRecords(Section.QUESTION);
          other.addRecord(Replies.a("www.contoso.example", 0, "0.0.0.0"), Section.QUESTION);
          return List.of(other.toWire());
        })) {
      DnsAnswer answer = ask(server.address(), FOR_STRAYS);

      assertThat(answer.status()).isEqualTo(Status.MALFORMED);
    }
  }

  @Test
  void an_error_without_the_question_is_an_answer() throws IOException {
    try (var server =
        ScriptedDnsServer.overUdp((query, nth) -> {
          Message refusal = reply(query, Rcode.FORMERR, List.of());
          refusal.removeAllRecords(Section.QUESTION);
          return List.of(refusal.toWire());
        })) {
      DnsAnswer answer = ask(server.address(), FOR_AN_ANSWER);

      assertThat(answer.status()).isEqualTo(Status.FAILURE);
      assertThat(answer.rcode()).hasValue(Rcode.FORMERR);
    }
  }

  @Test
  void a_truncated_answer_is_asked_for_again_over_tcp() throws IOException {
    try (var server =
        new ScriptedDnsServer(
            StubDnsClientTest::truncated,
            (query, nth) ->
                List.of(
                    ScriptedDnsServer.withLength(
                        reply(query, cname(NAME, 20, "a.example"), a("a.example", 60, "10.0.0.7"))
                            .toWire())))) {
      DnsAnswer answer = ask(server.address(), FOR_AN_ANSWER);

      assertThat(answer.status()).isEqualTo(Status.ADDRESSES);
      assertThat(answer.overTcp()).isTrue();
      assertThat(answer.ttlSeconds()).hasValue(20);
    }
  }

  @Test
  void a_tcp_answer_cut_short_is_malformed() throws IOException {
    try (var server =
        new ScriptedDnsServer(
            StubDnsClientTest::truncated, (query, nth) -> List.of(new byte[] {0, 50, 1}))) {
      DnsAnswer answer = ask(server.address(), FOR_AN_ANSWER);

      assertThat(answer.status()).isEqualTo(Status.MALFORMED);
      assertThat(answer.overTcp()).isFalse();
      assertThat(answer.detail()).contains("truncated over UDP", "ended before");
    }
  }

  @Test
  void a_name_that_dns_cannot_write_is_not_asked_for() throws IOException {
    try (var server = ScriptedDnsServer.overUdp(Script.SILENT)) {
      DnsAnswer answer =
          client(FOR_AN_ANSWER)
              .ask(
                  resolver(server.address()),
                  "a".repeat(64) + ".example",
                  AddressType.A,
                  Deadline.in(LONG, Ticker.SYSTEM));

      assertThat(answer.status()).isEqualTo(Status.NXDOMAIN);
      assertThat(server.heard()).isZero();
    }
  }

  private static List<byte[]> truncated(Message query, int nth) {
    Message reply = reply(query);
    reply.getHeader().setFlag(Flags.TC);
    return List.of(reply.toWire());
  }

  private static byte[] forged(Message query, org.xbill.DNS.Record record) {
    Message reply = reply(query, record);
    reply.getHeader().setID(query.getHeader().getID() ^ 1);
    return reply.toWire();
  }

  private static DnsAnswer ask(InetSocketAddress server, Patience patience) {
    return client(patience)
        .ask(resolver(server), NAME, AddressType.A, Deadline.in(LONG, Ticker.SYSTEM));
  }

  private static StubDnsClient client(Patience patience) {
    return new StubDnsClient(Ticker.SYSTEM, new SecureRandom(), patience);
  }

  private static Resolver resolver(InetSocketAddress address) {
    return new Resolver("dc1", address, View.INTERNAL);
  }
}
