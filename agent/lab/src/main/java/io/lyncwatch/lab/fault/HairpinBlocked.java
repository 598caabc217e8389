package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.dns.Zone;
import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.World;
import java.net.InetAddress;
import java.util.stream.Stream;

/**
 * Inside, the names that the reverse proxy publishes lead to an address at which the firewall drops
 * what comes from inside, because it takes it for forged.
 */
public record HairpinBlocked() implements Fault {
  @Override
  public void change(World world) {
    Zone zone = world.zone(View.INTERNAL);
    InetAddress firewall = world.meet(Bystander.FIREWALL);
    Stream.concat(
            world.topology().own().stream().map(server -> server.webName()),
            world.topology().discoverableDomains().stream().map(name -> "lyncdiscover." + name))
        .forEach(name -> {
          zone.remove(name);
          zone.address(name, firewall);
        });
  }
}
