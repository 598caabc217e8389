package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.Optional;

/** A pool's machines are off: its listeners are closed, and so is the proxy's for it. */
public record PoolDown(Optional<String> pool) implements Fault {
  @Override
  public void change(World world) {
    world.stop(Choice.pool(world, pool));
  }
}
