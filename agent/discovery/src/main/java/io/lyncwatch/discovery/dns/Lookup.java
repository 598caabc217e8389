package io.lyncwatch.discovery.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Both address types of one name at one resolver.
 *
 * @param a the answer to the A question
 * @param aaaa the answer to the AAAA question
 */
public record Lookup(DnsAnswer a, DnsAnswer aaaa) {
  /** The name asked for. */
  public String name() {
    return a.name();
  }

  /** The resolver asked. */
  public Resolver resolver() {
    return a.resolver();
  }

  /** Every address, IPv4 first. */
  public List<InetAddress> addresses() {
    List<InetAddress> both = new ArrayList<>(a.addresses());
    both.addAll(aaaa.addresses());
    return both;
  }

  /** Whether there is any address. */
  public boolean resolved() {
    return !a.addresses().isEmpty() || !aaaa.addresses().isEmpty();
  }

  /**
   * The answer that sums up the two: the one with addresses if there is one, else the worse one, so
   * that a resolver which fails for one type only is not mistaken for one that says the name is
   * absent.
   */
  public DnsAnswer verdict() {
    return a.status().compareTo(aaaa.status()) < 0 == resolved() ? a : aaaa;
  }
}
