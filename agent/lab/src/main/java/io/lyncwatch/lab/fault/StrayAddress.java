package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.List;

/**
 * The internal name of the first pool also has the address of a machine of the second one, as it
 * stays when a machine moves to another pool and its record does not.
 */
public record StrayAddress() implements Fault {
  @Override
  public void change(World world) {
    List<Server> pools = world.topology().pools();
    if (pools.size() < 2) {
      throw new IllegalArgumentException("a stray address needs a topology with two pools");
    }
    world
        .zone(View.INTERNAL)
        .address(pools.getFirst().internalName(), pools.getLast().machines().getFirst().inside());
  }
}
