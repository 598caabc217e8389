package io.lyncwatch.lab.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The names that one view knows, and the domains it knows them of. Filled before a name server
 * reads it; not for change afterwards. Host names are given without the final dot.
 */
public final class Zone {
  /** Short, as for records that may move in a failover. */
  private static final long TTL_SECONDS = 300;

  private static final long FIRST_SERIAL = 2026010101;

  private final Map<Name, List<Record>> records = new TreeMap<>();
  private final List<Name> apexes = new ArrayList<>(List.of(Name.root));
  private long serial = FIRST_SERIAL;

  /**
   * A domain that this view is authoritative for: its SOA goes with every denial below it.
   *
   * @param nameServers where its authoritative servers listen; they are named {@code ns1} and so on
   */
  public void apex(String domain, InetAddress... nameServers) {
    Name apex = name(domain);
    apexes.add(apex);
    for (int i = 0; i < nameServers.length; i++) {
      String host = "ns" + (i + 1) + "." + domain;
      add(new NSRecord(apex, DClass.IN, TTL_SECONDS, name(host)));
      address(host, nameServers[i]);
    }
  }

  /** One more authoritative server for every domain that has some. */
  public void nameServer(InetAddress address) {
    for (Name apex : apexes.stream().skip(1).toList()) {
      int others = of(apex, Type.NS).size();
      if (others > 0) {
        String host = "ns" + (others + 1) + "." + apex.toString(true);
        add(new NSRecord(apex, DClass.IN, TTL_SECONDS, name(host)));
        address(host, address);
      }
    }
  }

  /** The same names as they are now, to be changed by themselves. */
  public Zone copy() {
    Zone copy = new Zone();
    copy.serial = serial;
    copy.apexes.addAll(apexes.subList(1, apexes.size()));
    records.forEach((owner, own) -> copy.records.put(owner, new ArrayList<>(own)));
    return copy;
  }

  /** Notes that something was changed in its domains, as an editor of zones does. */
  public void advance() {
    serial++;
  }

  /** Adds an A or AAAA record. */
  public void address(String host, InetAddress address) {
    Name owner = name(host);
    add(
        address instanceof Inet4Address
            ? new ARecord(owner, DClass.IN, TTL_SECONDS, address)
            : new AAAARecord(owner, DClass.IN, TTL_SECONDS, address));
  }

  /** Adds a CNAME record. */
  public void alias(String host, String target) {
    add(new CNAMERecord(name(host), DClass.IN, TTL_SECONDS, name(target)));
  }

  /** Adds an A or AAAA record for every name below a domain that has no records, RFC 4592. */
  public void wildcard(String domain, InetAddress address) {
    address("*." + domain, address);
  }

  /** Forgets all it knows, and has one address for every name there is. */
  public void leadEverywhereTo(InetAddress address) {
    records.clear();
    apexes.subList(1, apexes.size()).clear();
    add(new ARecord(name("*"), DClass.IN, TTL_SECONDS, address));
  }

  /** Forgets all records of a host. */
  public void remove(String host) {
    records.remove(name(host));
  }

  private void add(Record record) {
    records.computeIfAbsent(record.getName(), owner -> new ArrayList<>()).add(record);
  }

  List<Record> of(Name owner, int type) {
    return type == Type.SOA && apexes.indexOf(owner) > 0
        ? List.of(soa(owner))
        : stored(owner, type);
  }

  private List<Record> stored(Name owner, int type) {
    List<Record> own = records.getOrDefault(owner, List.of());
    return (own.isEmpty() && !exists(owner) ? wild(owner) : own)
        .stream()
            .filter(record -> record.getType() == type)
            .map(record -> record.withName(owner))
            .toList();
  }

  /** The records below the closest domain that exists, if it has any for names that do not. */
  private List<Record> wild(Name owner) {
    for (int labels = 1; labels < owner.labels(); labels++) {
      Name wildcard = owner.wild(labels);
      if (records.containsKey(wildcard)) {
        return records.get(wildcard);
      }
      if (exists(new Name(owner, labels))) {
        break;
      }
    }
    return List.of();
  }

  /** Whether a name is denied, which is less than that it has no record of a type. */
  boolean denies(Name name) {
    return !exists(name) && wild(name).isEmpty();
  }

  /** Whether the name or one below it exists; a name between two that exist does too, RFC 8020. */
  private boolean exists(Name name) {
    return Stream.concat(apexes.stream().skip(1), records.keySet().stream())
        .anyMatch(known -> known.subdomain(name));
  }

  /** The SOA record of the closest domain above a name, for a negative answer of RFC 2308. */
  Record soa(Name name) {
    Name apex = apexOf(name);
    Name host = below("ns1", apex);
    Name contact = below("hostmaster", apex);
    return new SOARecord(
        apex, DClass.IN, TTL_SECONDS, host, contact, serial, 3600, 600, 86400, TTL_SECONDS);
  }

  /** Whether a name lies in a domain that this view is authoritative for. */
  boolean holds(Name name) {
    return !apexOf(name).equals(Name.root);
  }

  private Name apexOf(Name name) {
    return apexes.stream()
        .filter(name::subdomain)
        .max(Comparator.comparingInt(Name::labels))
        .orElse(Name.root);
  }

  private static Name below(String label, Name apex) {
    return name(apex.equals(Name.root) ? label : label + "." + apex.toString(true));
  }

  private static Name name(String host) {
    try {
      return Name.fromString(host, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException("not a host name: " + host, e);
    }
  }
}
