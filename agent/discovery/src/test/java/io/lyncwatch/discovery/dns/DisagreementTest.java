package io.lyncwatch.discovery.dns;

import static io.lyncwatch.discovery.dns.Replies.a;
import static io.lyncwatch.discovery.dns.Replies.cname;
import static io.lyncwatch.discovery.dns.Replies.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Two resolvers that are at the same time the authoritative servers, as domain controllers are. */
@Timeout(30)
class DisagreementTest {
  private static final String NAME = "lyncdiscover.contoso.example";
  private static final String ZONE = "contoso.example";
  private static final Patience SHORT =
      new Patience(List.of(Duration.ofMillis(300), Duration.ofMillis(300)));

  private final List<ScriptedDnsServer> running = new ArrayList<>();
  private final Queue<Message> asked = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() throws IOException {
    for (ScriptedDnsServer server : running) {
      server.close();
    }
  }

  @Test
  void resolvers_that_agree_have_nobody_asked_further() throws IOException {
    Disagreement disagreement =
        disagreement(
            controller("127.0.0.2", true, healthy("10.0.0.7", 1)),
            controller("127.0.0.3", true, healthy("10.0.0.7", 2)));

    assertThat(disagreement.findings()).isEmpty();
    assertThat(asked)
        .extracting(query -> query.getQuestion().getName().toString(true))
        .containsOnly(NAME);
  }

  @Test
  void where_no_time_is_left_nobody_is_asked_further_and_it_is_told_all_the_same()
      throws IOException {
    ViewResolvers view =
        view(
            controller("127.0.0.2", true, healthy("10.0.0.7", 1)),
            controller("127.0.0.3", true, healthy("10.0.0.6", 2)));
    List<Lookup> lookups = view.ask(NAME, Deadline.in(Duration.ofSeconds(20), Ticker.SYSTEM));
    int answered = asked.size();

    assertThat(Disagreement.unexplained(lookups).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.DNS_RESOLVERS_DISAGREE);
          assertThat(finding.cause()).contains("no time was left for it");
        });
    assertThat(asked).hasSize(answered);
  }

  @Test
  void where_all_authoritative_servers_agree_the_other_resolver_holds_an_old_answer()
      throws IOException {
    List<Record> cached =
        List.of(a(NAME, 120, "10.0.0.6"), ns("ns1"), a("ns1." + ZONE, 60, "127.0.0.2"));

    Finding cause =
        cause(
            controller("127.0.0.2", true, only("ns1", healthy("10.0.0.7", 1))),
            controller("127.0.0.3", false, cached));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_PROPAGATING);
    assertThat(cause.evidence())
        .containsEntry("resolvers", "dc3")
        .containsEntry("answer", "10.0.0.7")
        .containsEntry("longest", "120 s");
  }

  @Test
  void an_old_answer_leads_astray_where_it_is_the_first_that_leads_anywhere() throws IOException {
    List<Record> none = List.of(soa(1), ns("ns1"), glue());
    List<Record> cached = List.of(a(NAME, 120, "10.0.0.6"), ns("ns1"), glue());

    Finding cause =
        cause(controller("127.0.0.2", true, none), controller("127.0.0.3", false, cached));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_PROPAGATING);
    assertThat(cause.evidence()).containsEntry("misled-by", "dc3");
  }

  @Test
  void an_old_copy_of_the_zone_leads_astray_where_it_is_followed() throws IOException {
    assertThat(
            cause(
                    controller("127.0.0.2", true, healthy("10.0.0.6", 1)),
                    controller("127.0.0.3", true, healthy("10.0.0.7", 2)))
                .evidence())
        .containsEntry("misled-by", "dc2");
  }

  @Test
  void an_old_answer_that_is_right_in_part_leads_nobody_astray() throws IOException {
    List<Record> one = List.of(a(NAME, 60, "10.0.0.7"), soa(1), ns("ns1"), glue());
    List<Record> cached =
        List.of(a(NAME, 60, "10.0.0.7"), a(NAME, 60, "10.0.0.6"), ns("ns1"), glue());

    Finding cause =
        cause(controller("127.0.0.3", false, cached), controller("127.0.0.2", true, one));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_PROPAGATING);
    assertThat(cause.evidence()).doesNotContainKey("misled-by");
  }

  @Test
  void an_old_answer_that_there_is_none_lasts_as_long_as_the_zone_says() throws IOException {
    List<Record> cached = List.of(ns("ns1"), glue());

    Finding cause =
        cause(
            controller("127.0.0.2", true, only("ns1", healthy("10.0.0.7", 1))),
            controller("127.0.0.3", false, cached));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_PROPAGATING);
    assertThat(cause.evidence()).containsEntry("longest", "900 s");
  }

  @Test
  void an_authoritative_server_with_another_answer_and_an_older_serial_is_behind()
      throws IOException {
    Finding cause =
        cause(
            controller("127.0.0.2", true, healthy("10.0.0.7", 1)),
            controller("127.0.0.3", true, healthy("10.0.0.6", 0xffff_ffffL)));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_AUTHORITY_STALE);
    assertThat(cause.evidence())
        .containsEntry("servers", "ns2.contoso.example (127.0.0.3)")
        .doesNotContainKey("misled-by");
  }

  @Test
  void what_was_found_out_a_moment_ago_is_not_asked_again() throws IOException {
    ViewResolvers view =
        view(
            controller("127.0.0.2", true, healthy("10.0.0.7", 2)),
            controller("127.0.0.3", true, healthy("10.0.0.6", 1)));
    Disagreement first = disagreement(view);
    asked.clear();

    assertThat(disagreement(view)).isEqualTo(first);
    assertThat(asked)
        .extracting(query -> query.getQuestion().getName().toString(true))
        .containsOnly(NAME);
    assertThat(asked).noneMatch(query -> query.getQuestion().getType() == Type.NS);
  }

  @Test
  void servers_with_several_addresses_are_the_same_whichever_comes_first() throws IOException {
    List<Record> one =
        List.of(
            a(NAME, 60, "10.0.0.7"),
            soa(1),
            ns("ns1"),
            a("ns1." + ZONE, 60, "127.0.0.2"),
            a("ns1." + ZONE, 60, "127.0.0.3"));
    List<Record> other =
        List.of(
            a(NAME, 60, "10.0.0.6"),
            soa(1),
            ns("ns1"),
            a("ns1." + ZONE, 60, "127.0.0.3"),
            a("ns1." + ZONE, 60, "127.0.0.2"));

    assertThat(
            cause(controller("127.0.0.2", true, one), controller("127.0.0.3", true, other))
                .reason())
        .isEqualTo(Reason.DNS_AUTHORITY_STALE);
  }

  @Test
  void with_equal_serials_nobody_is_said_to_be_behind() throws IOException {
    Finding cause =
        cause(
            controller("127.0.0.2", true, healthy("10.0.0.7", 5)),
            controller("127.0.0.3", true, healthy("10.0.0.6", 5)));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_AUTHORITY_STALE);
    assertThat(cause.cause()).contains("not to be told from their serials");
  }

  @Test
  void resolvers_that_lead_to_different_servers_do_not_show_the_same_side() throws IOException {
    List<Record> inside =
        List.of(a(NAME, 60, "10.0.0.7"), ns("ns1"), a("ns1." + ZONE, 60, "127.0.0.2"));
    List<Record> outside =
        List.of(a(NAME, 60, "192.0.2.7"), ns("ns1"), a("ns1." + ZONE, 60, "127.0.0.3"));

    Finding cause =
        cause(controller("127.0.0.2", true, inside), controller("127.0.0.3", true, outside));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_VIEWS_MIXED);
    assertThat(cause.evidence().get("sides")).contains("127.0.0.2").contains("127.0.0.3");
  }

  @Test
  void aliases_are_followed_to_the_last_name_that_all_agree_on() throws IOException {
    List<Record> one = new ArrayList<>(healthy("10.0.0.7", 2));
    List<Record> other = new ArrayList<>(healthy("10.0.0.7", 1));
    one.set(0, cname(NAME, 60, "web.contoso.example"));
    other.set(0, cname(NAME, 60, "web.contoso.example"));
    one.add(a("web.contoso.example", 60, "10.0.0.8"));
    other.add(a("web.contoso.example", 60, "10.0.0.9"));

    Finding cause = cause(controller("127.0.0.2", true, one), controller("127.0.0.3", true, other));

    assertThat(cause.where()).isEqualTo("web.contoso.example");
    assertThat(cause.reason()).isEqualTo(Reason.DNS_AUTHORITY_STALE);
  }

  @Test
  void servers_that_do_not_speak_for_the_zone_leave_it_open() throws IOException {
    Disagreement disagreement =
        disagreement(
            controller("127.0.0.2", false, healthy("10.0.0.7", 1)),
            controller("127.0.0.3", false, healthy("10.0.0.6", 1)));

    assertThat(disagreement.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.reason()).isEqualTo(Reason.DNS_RESOLVERS_DISAGREE);
          assertThat(finding.role()).isEqualTo(Role.PRIMARY);
          assertThat(finding.cause()).contains("does not speak for the zone");
        });
  }

  @Test
  void a_silent_server_is_named_and_the_other_one_believed() throws IOException {
    List<Record> records = new ArrayList<>(healthy("10.0.0.7", 1));
    records.set(records.size() - 1, a("ns2." + ZONE, 60, "127.0.0.4"));
    List<Record> cached = new ArrayList<>(records);
    cached.set(0, a(NAME, 30, "10.0.0.6"));
    start("127.0.0.4", ScriptedDnsServer.Script.SILENT);

    Finding cause =
        cause(controller("127.0.0.2", true, records), controller("127.0.0.3", false, cached));

    assertThat(cause.reason()).isEqualTo(Reason.DNS_PROPAGATING);
    assertThat(cause.cause()).contains("Not heard: ns2.contoso.example (127.0.0.4)");
  }

  @Test
  void name_servers_without_addresses_and_in_circles_leave_it_open() throws IOException {
    List<Record> circle =
        List.of(
            a(NAME, 60, "10.0.0.7"),
            ns("ns1"),
            cname("ns1." + ZONE, 60, "ns2." + ZONE),
            cname("ns2." + ZONE, 60, "ns1." + ZONE));
    List<Record> other = new ArrayList<>(circle);
    other.set(0, a(NAME, 60, "10.0.0.6"));

    assertThat(
            disagreement(
                    controller("127.0.0.2", true, circle), controller("127.0.0.3", true, other))
                .findings())
        .singleElement()
        .extracting(Finding::role)
        .isEqualTo(Role.PRIMARY);
  }

  @Test
  void a_crowd_of_name_servers_is_asked_at_eight_of_them() throws IOException {
    List<Record> crowd = new ArrayList<>(List.of(a(NAME, 60, "10.0.0.7"), soa(1)));
    IntStream.range(0, 20)
        .forEach(i -> {
          crowd.add(ns("n" + i));
          crowd.add(a("n" + i + "." + ZONE, 60, "127.0.0.2"));
        });
    List<Record> other = new ArrayList<>(crowd);
    other.set(0, a(NAME, 60, "10.0.0.6"));

    Disagreement disagreement =
        disagreement(controller("127.0.0.2", true, crowd), controller("127.0.0.3", false, other));

    assertThat(disagreement.authorities()).hasSize(8);
  }

  @Test
  void nobody_is_asked_for_the_servers_of_a_top_level_domain() throws IOException {
    disagreement(
        controller("127.0.0.2", true, List.of(a(NAME, 60, "10.0.0.7"))),
        controller("127.0.0.3", true, List.of(a(NAME, 60, "10.0.0.6"))));

    assertThat(asked).extracting(query -> query.getQuestion().getName().labels()).doesNotContain(2);
  }

  @Test
  void authoritative_servers_are_asked_without_recursion() throws IOException {
    cause(
        controller("127.0.0.2", true, healthy("10.0.0.7", 1)),
        controller("127.0.0.3", true, healthy("10.0.0.6", 2)));

    assertThat(asked)
        .filteredOn(query -> query.getQuestion().getType() == Type.SOA)
        .hasSize(2)
        .noneMatch(query -> query.getHeader().getFlag(Flags.RD));
  }

  private Finding cause(Resolver... resolvers) {
    List<Finding> findings = disagreement(resolvers).findings();
    assertThat(findings).hasSize(2);
    assertThat(findings.getLast().role()).isEqualTo(Role.CONSEQUENCE);
    return findings.getFirst();
  }

  private static Disagreement disagreement(Resolver... resolvers) {
    return disagreement(view(resolvers));
  }

  private static ViewResolvers view(Resolver... resolvers) {
    return new ViewResolvers(
        List.of(resolvers),
        new StubDnsClient(Ticker.SYSTEM, new SecureRandom(), SHORT),
        new ZoneClient(Ticker.SYSTEM, new SecureRandom(), SHORT),
        new SecureRandom());
  }

  private static Disagreement disagreement(ViewResolvers view) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20), Ticker.SYSTEM);
    return Disagreement.of(view, view.ask(NAME, deadline), deadline);
  }

  /** Both servers for the zone, with the address of the name first. */
  private static List<Record> healthy(String address, long serial) {
    return List.of(
        a(NAME, 60, address),
        soa(serial),
        ns("ns1"),
        ns("ns2"),
        a("ns1." + ZONE, 60, "127.0.0.2"),
        a("ns2." + ZONE, 60, "127.0.0.3"));
  }

  /** The same with one server only. */
  private static List<Record> only(String label, List<Record> records) {
    return records.stream()
        .filter(record ->
            !(record instanceof NSRecord ns) || ns.getTarget().toString().startsWith(label))
        .toList();
  }

  private static Record ns(String label) {
    return new NSRecord(name(ZONE), DClass.IN, 60, name(label + "." + ZONE));
  }

  private static Record soa(long serial) {
    return new SOARecord(
        name(ZONE), DClass.IN, 3600, name("ns1." + ZONE), name("it." + ZONE), serial, 1, 1, 1, 900);
  }

  /** A resolver that answers from records, following aliases. */
  private Resolver controller(String host, boolean authoritative, List<Record> records)
      throws IOException {
    ScriptedDnsServer server = start(host, (query, nth) -> answer(query, authoritative, records));
    return new Resolver("dc" + host.substring(8), server.address(), View.INTERNAL);
  }

  private ScriptedDnsServer start(String host, ScriptedDnsServer.Script script) throws IOException {
    ScriptedDnsServer server =
        new ScriptedDnsServer(InetAddress.getByName(host), script, ScriptedDnsServer.Script.SILENT);
    running.add(server);
    return server;
  }

  private List<byte[]> answer(Message query, boolean authoritative, List<Record> records) {
    asked.add(query);
    Record question = query.getQuestion();
    List<Record> found =
        records.stream()
            .filter(record -> record.getName().equals(question.getName()))
            .filter(
                record -> record.getType() == question.getType() || record.getType() == Type.CNAME)
            .toList();
    Message reply = Replies.reply(query, Rcode.NOERROR, found);
    found.stream()
        .filter(CNAMERecord.class::isInstance)
        .map(record -> ((CNAMERecord) record).getTarget())
        .flatMap(target -> records.stream().filter(record -> record.getName().equals(target)))
        .filter(record -> record.getType() == question.getType())
        .forEach(record -> reply.addRecord(record, Section.ANSWER));
    if (authoritative) {
      reply.getHeader().setFlag(Flags.AA);
    }
    return List.of(reply.toWire());
  }

  /** Where the only name server is. */
  private static Record glue() {
    return a("ns1." + ZONE, 60, "127.0.0.2");
  }
}
