package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.World;

/**
 * A rule for all names stands above that of Lync at the reverse proxy, and leads to the company's
 * intranet what is meant for the servers to which the discovery records lead.
 */
public record WrongApplication() implements Fault {
  @Override
  public void change(World world) {
    world.meet(Bystander.INTRANET);
    world.publishing(world.topology().entry()).leadAstray();
  }
}
