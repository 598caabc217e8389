package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.World;

/**
 * The internal name server lacks the external web names of the Director and the pools, because its
 * own zone of that domain hides the public one.
 */
public record SplitDnsHole() implements Fault {
  @Override
  public void change(World world) {
    world.topology().own().forEach(server -> world.zone(View.INTERNAL).remove(server.webName()));
  }
}
