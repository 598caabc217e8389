package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/**
 * The configuration of the web ticket service cannot be read on any server, while all else runs
 * there.
 */
public record TicketServiceDamaged() implements Fault {
  @Override
  public void change(World world) {
    world.topology().own().forEach(server -> world.iis(server).damageTicketService());
  }
}
