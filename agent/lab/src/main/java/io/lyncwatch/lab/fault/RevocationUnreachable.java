package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/** The host of the authority's OCSP responder and revocation lists listens no more. */
public record RevocationUnreachable() implements Fault {
  @Override
  public void change(World world) {
    world.closeAuthority();
  }
}
