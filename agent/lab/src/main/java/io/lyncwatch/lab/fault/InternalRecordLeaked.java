package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * The external name server knows {@code lyncdiscoverinternal.<domain>}, at the proxy's address, as
 * a public wildcard record makes it.
 */
public record InternalRecordLeaked(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String name = "lyncdiscoverinternal." + Choice.domain(world, domain);
    for (Machine machine : world.topology().entry().machines()) {
      world.zone(View.EXTERNAL).address(name, machine.published());
    }
  }
}
