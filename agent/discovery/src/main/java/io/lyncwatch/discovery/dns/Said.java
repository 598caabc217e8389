package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * What a reply means for its question. The CNAME chain is followed within the reply only: what a
 * resolver leaves out, a stub does not go and ask for.
 */
record Said(
    Status status,
    List<InetAddress> addresses,
    List<String> aliases,
    OptionalLong ttlSeconds,
    OptionalInt rcode,
    String detail) {
  private static final int MOST_ALIASES = 16;
  private static final int MOST_ADDRESSES = 64;

  /** Without a reply. */
  static Said nothing(Status status, String detail) {
    return new Said(
        status, List.of(), List.of(), OptionalLong.empty(), OptionalInt.empty(), detail);
  }

  /** Follows the reply's answer section from the name asked for to its addresses. */
  static Said by(Message reply, Question question) {
    int rcode = reply.getHeader().getRcode();
    if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
      return new Said(
          Status.FAILURE,
          List.of(),
          List.of(),
          OptionalLong.empty(),
          OptionalInt.of(rcode),
          Rcode.string(rcode));
    }
    return new Chain(reply.getSection(Section.ANSWER), question).follow(rcode);
  }

  /** One pass along the records of an answer section. */
  private static final class Chain {
    private final List<Record> records;
    private final Question question;
    private final List<Name> names = new ArrayList<>();
    private OptionalLong ttl = OptionalLong.empty();

    Chain(List<Record> records, Question question) {
      this.records = records;
      this.question = question;
      names.add(question.name());
    }

    Said follow(int rcode) {
      while (names.size() <= MOST_ALIASES) {
        List<InetAddress> addresses = addressesHere();
        if (!addresses.isEmpty()) {
          return said(Status.ADDRESSES, addresses, rcode, "");
        }
        Optional<Name> target = aliasHere();
        if (target.isEmpty()) {
          return withoutAddress(rcode);
        }
        if (names.contains(target.get())) {
          return said(Status.NO_DATA, List.of(), rcode, "its CNAMEs lead in a circle");
        }
        names.add(target.get());
      }
      return said(Status.NO_DATA, List.of(), rcode, "its CNAME chain is too long");
    }

    /** The code of RFC 6604: with a chain, it is the chain's end that does not exist. */
    private Said withoutAddress(int rcode) {
      if (rcode == Rcode.NOERROR) {
        return said(Status.NO_DATA, List.of(), rcode, "");
      }
      return names.size() == 1
          ? said(Status.NXDOMAIN, List.of(), rcode, "")
          : said(Status.NO_DATA, List.of(), rcode, "the name its CNAME leads to does not exist");
    }

    private List<InetAddress> addressesHere() {
      List<InetAddress> addresses = new ArrayList<>();
      for (Record record : records) {
        if (addresses.size() < MOST_ADDRESSES
            && record.getType() == question.type()
            && record.getName().equals(names.getLast())) {
          address(record).ifPresent(addresses::add);
          count(record);
        }
      }
      return addresses;
    }

    private Optional<Name> aliasHere() {
      for (Record record : records) {
        if (record instanceof CNAMERecord alias && alias.getName().equals(names.getLast())) {
          count(record);
          return Optional.of(alias.getTarget());
        }
      }
      return Optional.empty();
    }

    private void count(Record record) {
      ttl = OptionalLong.of(Math.min(ttl.orElse(Long.MAX_VALUE), record.getTTL()));
    }

    private Said said(Status status, List<InetAddress> addresses, int rcode, String detail) {
      List<String> aliases =
          names.stream().skip(1).map(name -> name.toString(true).toLowerCase(Locale.ROOT)).toList();
      return new Said(status, addresses, aliases, ttl, OptionalInt.of(rcode), detail);
    }
  }

  /** Made from the bytes alone: dnsjava puts the record's name into its addresses. */
  private static Optional<InetAddress> address(Record record) {
    return switch (record) {
      case ARecord a -> bare(a.getAddress());
      case AAAARecord aaaa -> bare(aaaa.getAddress());
      default -> Optional.empty();
    };
  }

  private static Optional<InetAddress> bare(InetAddress named) {
    try {
      return Optional.of(InetAddress.getByAddress(named.getAddress()));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of illegal length", e);
    }
  }
}
