package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.Optional;

/** A pool has no external web services name of its own: its internal one stands in its place. */
public record ExternalNameMissing(Optional<String> pool) implements Fault {
  @Override
  public void change(World world) {
    world.forgetExternalName(Choice.pool(world, pool));
  }
}
