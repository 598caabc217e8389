package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/** The reverse proxy publishes https only. */
public record Port80Closed() implements Fault {
  @Override
  public void change(World world) {
    world.topology().own().forEach(server -> world.publishing(server).closeHttp());
  }
}
