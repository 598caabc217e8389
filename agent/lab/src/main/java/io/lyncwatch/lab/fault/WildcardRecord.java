package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * The external name server has an address for every name in the zone of a SIP domain, the reverse
 * proxy's, {@code lyncdiscoverinternal} among them.
 */
public record WildcardRecord(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String zone = Choice.domain(world, domain);
    for (Machine machine : world.topology().entry().machines()) {
      world.zone(View.EXTERNAL).wildcard(zone, machine.published());
    }
  }
}
