package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.Gateway;
import io.lyncwatch.lab.world.World;

/** The reverse proxy looks for the company's servers at an address at which nobody is any more. */
public record BackendUnreachable(Gateway product) implements Fault {
  @Override
  public void change(World world) {
    world.meet(Bystander.NOBODY);
    world.topology().own().forEach(server -> world.publishing(server).cutOff(product));
  }
}
