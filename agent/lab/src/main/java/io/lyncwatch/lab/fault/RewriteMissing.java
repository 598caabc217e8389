package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.FrontPage;
import io.lyncwatch.lab.world.World;

/**
 * The servers to which the discovery records lead have lost the rule of IIS URL Rewrite: {@code /}
 * and {@code /xframe} do not lead to the Autodiscover service any more, whose own path still works.
 */
public record RewriteMissing(FrontPage instead) implements Fault {
  @Override
  public void change(World world) {
    world.iis(world.topology().entry()).show(instead);
  }
}
