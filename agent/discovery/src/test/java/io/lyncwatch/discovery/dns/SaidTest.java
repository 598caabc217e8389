package io.lyncwatch.discovery.dns;

import static io.lyncwatch.discovery.dns.Replies.a;
import static io.lyncwatch.discovery.dns.Replies.aaaa;
import static io.lyncwatch.discovery.dns.Replies.cname;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What replies mean, without sockets. */
class SaidTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final Question QUESTION =
      new Question(4711, Name.fromConstantString(NAME + "."), Type.A, true);

  @Test
  void an_alias_chain_is_followed_in_any_order_of_records_and_the_smallest_ttl_counts() {
    Said said =
        said(
            Rcode.NOERROR,
            a("pool.contoso.example", 600, "10.0.0.7"),
            cname("WEB.contoso.example", 30, "pool.contoso.example"),
            cname(NAME, 900, "web.contoso.example"),
            a("stranger.example", 1, "192.0.2.1"));

    assertThat(said.status()).isEqualTo(Status.ADDRESSES);
    assertThat(said.addresses()).containsExactly(InetAddress.ofLiteral("10.0.0.7"));
    assertThat(said.aliases()).containsExactly("web.contoso.example", "pool.contoso.example");
    assertThat(said.ttlSeconds()).hasValue(30);
  }

  @Test
  void an_alias_without_addresses_of_the_type_is_no_data() {
    Said said =
        said(
            Rcode.NOERROR,
            cname(NAME, 900, "web.contoso.example"),
            aaaa("web.contoso.example", 60, "2001:db8::7"));

    assertThat(said.status()).isEqualTo(Status.NO_DATA);
    assertThat(said.aliases()).containsExactly("web.contoso.example");
  }

  @Test
  void a_name_that_does_not_exist_is_nxdomain() {
    assertThat(said(Rcode.NXDOMAIN).status()).isEqualTo(Status.NXDOMAIN);
  }

  @Test
  void an_alias_to_a_name_that_does_not_exist_is_no_data_and_says_so() {
    Said said = said(Rcode.NXDOMAIN, cname(NAME, 900, "gone.contoso.example"));

    assertThat(said.status()).isEqualTo(Status.NO_DATA);
    assertThat(said.rcode()).hasValue(Rcode.NXDOMAIN);
    assertThat(said.detail()).contains("does not exist");
  }

  @Test
  void aliases_in_a_circle_end() {
    Said said = said(Rcode.NOERROR, cname(NAME, 1, "b.example"), cname("b.example", 1, NAME));

    assertThat(said.status()).isEqualTo(Status.NO_DATA);
    assertThat(said.detail()).contains("circle");
  }

  @Test
  void an_endless_chain_of_aliases_ends() {
    List<Record> chain = new ArrayList<>(List.of(cname(NAME, 1, "n0.example")));
    for (int i = 0; i < 100; i++) {
      chain.add(cname("n" + i + ".example", 1, "n" + (i + 1) + ".example"));
    }
    Said said = said(Rcode.NOERROR, chain.toArray(Record[]::new));

    assertThat(said.status()).isEqualTo(Status.NO_DATA);
    assertThat(said.aliases()).hasSize(16);
    assertThat(said.detail()).contains("too long");
  }

  @Test
  void more_addresses_than_any_service_has_are_cut() {
    Record[] many = new Record[1000];
    for (int i = 0; i < many.length; i++) {
      many[i] = a(NAME, 60, "10.0." + i / 250 + "." + (1 + i % 250));
    }
    assertThat(said(Rcode.NOERROR, many).addresses()).hasSize(64);
  }

  @Test
  void a_refusal_is_a_failure_with_its_name() {
    Said said = said(Rcode.REFUSED);

    assertThat(said.status()).isEqualTo(Status.FAILURE);
    assertThat(said.rcode()).hasValue(Rcode.REFUSED);
    assertThat(said.detail()).isEqualTo("REFUSED");
  }

  @Test
  void no_damage_to_a_reply_makes_reading_throw() throws IOException {
    Random random = new Random(20_260_101);
    Message query = new Message(QUESTION.toWire());
    byte[] sound =
        Replies.reply(query, cname(NAME, 900, "web.contoso.example"), a(NAME, 1, "10.0.0.7"))
            .toWire();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = sound.clone();
      for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
        damaged[random.nextInt(2, damaged.length)] = (byte) random.nextInt(256);
      }
      if (QUESTION.read(damaged) instanceof Received.Reply(var message)) {
        assertThat(Said.by(message, QUESTION).addresses()).hasSizeLessThanOrEqualTo(1);
        read++;
      }
    }
    assertThat(read).isPositive();
  }

  private static Said said(int rcode, Record... answers) {
    try {
      Message query = new Message(QUESTION.toWire());
      byte[] wire = Replies.reply(query, rcode, List.of(answers)).toWire();
      return switch (QUESTION.read(wire)) {
        case Received.Reply(var message) -> Said.by(message, QUESTION);
        case Received.Nothing nothing -> throw new AssertionError(nothing);
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
