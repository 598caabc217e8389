package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.Zone;
import io.lyncwatch.lab.world.World;
import java.net.InetAddress;

/** A record that was changed, as name servers show it that have not heard of the change. */
final class Moved {
  private Moved() {}

  /**
   * Writes down in a view's zone that {@code lyncdiscoverinternal} of a domain has just been
   * changed.
   *
   * @return what the zone was before, when the record led to the reverse proxy
   */
  static Zone before(World world, Zone zone, String domain) {
    String record = "lyncdiscoverinternal." + domain;
    InetAddress there = world.topology().entry().machines().getFirst().published();
    Zone old = zone.copy();
    old.remove(record);
    old.address(record, there);
    zone.advance();
    return old;
  }
}
