package io.lyncwatch.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WildcardTest {
  private static final Resolver RESOLVER =
      new Resolver("quad9", InetSocketAddress.createUnresolved("9.9.9.9", 53), View.EXTERNAL);
  private static final Deadline SOON = Deadline.in(Duration.ofSeconds(30), Ticker.SYSTEM);
  private static final String ZONE = "contoso.example";

  private final List<String> asked = new ArrayList<>();

  @Test
  void a_name_that_does_not_exist_shows_that_there_is_none_without_a_question() {
    assertThat(ask(resolves("192.0.2.1"), absent(Status.NXDOMAIN))).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void nothing_is_asked_where_nothing_resolves() {
    assertThat(ask(absent(Status.NO_DATA), absent(Status.TIMEOUT))).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void one_question_is_asked_for_a_random_label_in_the_same_zone() {
    assertThat(ask(resolves("192.0.2.1"), resolves("192.0.2.1"))).isPresent();
    assertThat(asked).singleElement().asString().matches("A [a-z0-9]{16}\\.contoso\\.example");
  }

  @Test
  void no_label_is_asked_for_twice() {
    for (int i = 0; i < 100; i++) {
      ask(resolves("192.0.2.1"));
    }
    assertThat(asked).doesNotHaveDuplicates();
  }

  @Test
  void it_answers_for_names_with_the_same_addresses_or_alias_and_for_no_others() {
    DnsAnswer stray =
        answer("x", AddressType.A, Status.ADDRESSES, List.of("192.0.2.1"), List.of("web.example"));
    Wildcard wildcard = new Wildcard(stray);

    assertThat(wildcard.answersFor(resolves("192.0.2.1"))).isTrue();
    assertThat(wildcard.answersFor(resolves("192.0.2.2"))).isFalse();
    assertThat(wildcard.answersFor(absent(Status.NO_DATA))).isFalse();
    assertThat(wildcard.answersFor(lookup(List.of("192.0.2.3"), List.of("web.example")))).isTrue();
  }

  @Test
  void where_the_random_label_does_not_exist_nothing_is_a_wildcards() {
    Wildcard none = new Wildcard(answer("x", AddressType.A, Status.NXDOMAIN, List.of(), List.of()));

    assertThat(none.answersFor(resolves("192.0.2.1"))).isFalse();
  }

  private Optional<Wildcard> ask(Lookup... siblings) {
    DnsClient client =
        (resolver, name, type, deadline) -> {
          asked.add(type + " " + name);
          return answer(name, type, Status.NXDOMAIN, List.of(), List.of());
        };
    ZoneClient nobody = new ZoneClient(Ticker.SYSTEM, new SecureRandom(), Patience.USUAL);
    ViewResolvers view = new ViewResolvers(List.of(RESOLVER), client, nobody, new SecureRandom());
    return Wildcard.ask(view, List.of(siblings), ZONE, SOON);
  }

  private static Lookup resolves(String address) {
    return lookup(List.of(address), List.of());
  }

  private static Lookup lookup(List<String> addresses, List<String> aliases) {
    return new Lookup(
        answer("lyncdiscover." + ZONE, AddressType.A, Status.ADDRESSES, addresses, aliases),
        answer("lyncdiscover." + ZONE, AddressType.AAAA, Status.NO_DATA, List.of(), aliases));
  }

  private static Lookup absent(Status status) {
    return new Lookup(
        answer("lyncdiscoverinternal." + ZONE, AddressType.A, status, List.of(), List.of()),
        answer("lyncdiscoverinternal." + ZONE, AddressType.AAAA, status, List.of(), List.of()));
  }

  private static DnsAnswer answer(
      String name, AddressType type, Status status, List<String> addresses, List<String> aliases) {
    return new DnsAnswer(
        RESOLVER,
        name,
        type,
        status,
        addresses.stream().map(InetAddress::ofLiteral).toList(),
        aliases,
        OptionalLong.empty(),
        OptionalInt.empty(),
        0,
        false,
        Duration.ZERO,
        "");
  }
}
