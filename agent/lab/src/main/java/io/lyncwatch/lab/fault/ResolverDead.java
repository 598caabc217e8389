package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.World;

/** A name server's ports are bound, but nobody answers. */
public record ResolverDead(View view) implements Fault {
  @Override
  public void change(World world) {
    world.silence(view);
  }
}
