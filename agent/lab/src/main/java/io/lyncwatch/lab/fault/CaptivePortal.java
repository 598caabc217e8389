package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.World;

/**
 * Clients of one view are guests in a network that leads every name to its own web server, which
 * sends them to its login page until they have paid.
 */
public record CaptivePortal(View view) implements Fault {
  @Override
  public void change(World world) {
    world.zone(view).leadEverywhereTo(world.meet(Bystander.HOTSPOT));
  }
}
