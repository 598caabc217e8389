package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.ApplicationState;
import io.lyncwatch.lab.world.World;

/**
 * The Autodiscover service does not run on the servers to which the discovery records lead, while
 * IIS does.
 */
public record AutodiscoverBroken(ApplicationState state) implements Fault {
  @Override
  public void change(World world) {
    world.iis(world.topology().entry()).autodiscover(state);
  }
}
