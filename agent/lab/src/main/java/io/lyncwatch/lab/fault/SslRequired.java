package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/**
 * IIS demands https of all that ask the servers to which the discovery records lead, so that what
 * comes over http is refused.
 */
public record SslRequired() implements Fault {
  @Override
  public void change(World world) {
    world.iis(world.topology().entry()).demandTls();
  }
}
