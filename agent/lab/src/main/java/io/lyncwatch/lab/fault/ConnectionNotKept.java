package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/** The reverse proxy ends every connection after one request, as NTLM does not survive it. */
public record ConnectionNotKept() implements Fault {
  @Override
  public void change(World world) {
    world.topology().own().forEach(server -> world.publishing(server).dropConnections());
  }
}
