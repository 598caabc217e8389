package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/** The reverse proxy publishes the servers to which the discovery records lead over http only. */
public record HttpsNotPublished() implements Fault {
  @Override
  public void change(World world) {
    world.publishing(world.topology().entry()).closeHttps();
  }
}
