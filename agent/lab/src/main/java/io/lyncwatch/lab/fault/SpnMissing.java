package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/** No account of the directory bears the names of the web servers, which Kerberos needs. */
public record SpnMissing() implements Fault {
  @Override
  public void change(World world) {
    world.removeServicePrincipals();
  }
}
