package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/**
 * The reverse proxy passes requests on to the internal sites, 443 and 80, instead of the external
 * ones: outside clients get inside names.
 */
public record BridgedTo443() implements Fault {
  @Override
  public void change(World world) {
    world.topology().own().forEach(server -> world.publishing(server).bridgeToInternalSite());
  }
}
