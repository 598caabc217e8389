package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.SideBySide;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Asks authoritative servers, without recursion, for their copy's serial and for one name. */
final class AuthorityInquiry {
  private static final int MOST_RECORDS = 64;

  private final ZoneClient client;
  private final String zone;
  private final String name;
  private final Deadline deadline;

  AuthorityInquiry(ZoneClient client, String zone, String name, Deadline deadline) {
    this.client = client;
    this.zone = zone;
    this.name = name;
    this.deadline = deadline;
  }

  /** What they say, all asked at once. */
  List<AuthorityAnswer> ask(List<Authority> servers) {
    return SideBySide.all(servers, this::ask);
  }

  private AuthorityAnswer ask(Authority server) {
    long start = client.ticker().nanos();
    Heard soa = hear(server, zone, Type.SOA);
    Optional<SOARecord> copy =
        soa.records().stream()
            .filter(SOARecord.class::isInstance)
            .map(SOARecord.class::cast)
            .findFirst();
    Heard a = copy.isPresent() ? hear(server, name, Type.A) : soa;
    Heard aaaa = copy.isPresent() && a.trouble().isEmpty() ? hear(server, name, Type.AAAA) : a;
    String trouble = aaaa.trouble();
    Duration took = Duration.ofNanos(client.ticker().nanos() - start);
    if (copy.isEmpty() || !trouble.isEmpty()) {
      String why = trouble.isEmpty() ? "does not have the zone" : trouble;
      return new AuthorityAnswer(
          server.inWords(), OptionalLong.empty(), Set.of(), OptionalLong.empty(), why, took);
    }
    Set<String> says = new TreeSet<>(a.texts());
    says.addAll(aaaa.texts());
    return new AuthorityAnswer(
        server.inWords(),
        OptionalLong.of(copy.get().getSerial()),
        says,
        OptionalLong.of(Math.min(copy.get().getTTL(), copy.get().getMinimum())),
        "",
        took);
  }

  /**
   * One reply of a server.
   *
   * @param records of the name asked for
   * @param trouble why it is no authoritative answer, empty if it is one
   */
  private record Heard(List<Record> records, String trouble) {
    List<String> texts() {
      return records.stream().flatMap(record -> text(record).stream()).toList();
    }

    private static Optional<String> text(Record record) {
      return switch (record) {
        case ARecord a -> Optional.of(bare(a.getAddress()));
        case AAAARecord aaaa -> Optional.of(bare(aaaa.getAddress()));
        case CNAMERecord alias ->
            Optional.of(
                AuthorityAnswer.alias(alias.getTarget().toString(true).toLowerCase(Locale.ROOT)));
        default -> Optional.empty();
      };
    }

    private static String bare(InetAddress address) {
      return address.getHostAddress();
    }
  }

  private Heard hear(Authority server, String owner, int type) {
    return switch (client.askAuthority(server.address(), owner, type, deadline)) {
      case Received.Nothing(var status, var detail) ->
          new Heard(
              List.of(),
              switch (status) {
                case TIMEOUT -> "no answer in time";
                case UNREACHABLE -> "not reachable";
                default -> "no usable answer";
              });
      case Received.Reply(Message reply) -> hear(reply, owner);
    };
  }

  /** A server that refers to others, or has it from hearsay, does not speak for the zone. */
  private static Heard hear(Message reply, String owner) {
    Header header = reply.getHeader();
    if (header.getRcode() != Rcode.NOERROR && header.getRcode() != Rcode.NXDOMAIN) {
      return new Heard(List.of(), "answers " + Rcode.string(header.getRcode()));
    }
    if (!header.getFlag(Flags.AA)) {
      return new Heard(List.of(), "does not speak for the zone");
    }
    return new Heard(
        reply.getSection(Section.ANSWER).stream()
            .filter(record -> DelegationSearch.isNamed(record.getName(), owner))
            .limit(MOST_RECORDS)
            .toList(),
        "");
  }
}
