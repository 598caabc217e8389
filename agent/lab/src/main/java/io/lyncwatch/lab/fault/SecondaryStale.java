package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.Authority;
import io.lyncwatch.lab.dns.NameServerPlan;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.dns.Zone;
import io.lyncwatch.lab.world.World;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Inside there is a second name server, authoritative as the first, which missed the last change of
 * the zone: the one of {@code lyncdiscoverinternal.<domain>}.
 */
public record SecondaryStale(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String of = Choice.domain(world, domain);
    Zone zone = world.zone(View.INTERNAL);
    InetAddress second = world.roomForNameServer(View.INTERNAL);
    zone.nameServer(second);
    world.add(
        new NameServerPlan(second, View.INTERNAL, Moved.before(world, zone, of), Authority.OWN));
  }
}
