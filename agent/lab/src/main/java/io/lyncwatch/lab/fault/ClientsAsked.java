package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.Preauthentication;
import io.lyncwatch.lab.world.World;

/** The reverse proxy asks clients who they are before it lets them through to the company. */
public record ClientsAsked(Preauthentication how) implements Fault {
  @Override
  public void change(World world) {
    world.topology().own().forEach(server -> world.publishing(server).preauthenticate(how));
  }
}
