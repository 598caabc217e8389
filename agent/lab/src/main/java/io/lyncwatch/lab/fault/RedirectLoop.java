package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * The Director believes that a user is homed on the first pool, which believes that the Director
 * knows better.
 */
public record RedirectLoop(Optional<String> address) implements Fault {
  @Override
  public void change(World world) {
    User user = Choice.user(world, address);
    Server director =
        world
            .topology()
            .director()
            .orElseThrow(() ->
                new IllegalArgumentException("a redirect loop needs a topology with a Director"));
    Server pool = world.topology().pools().getFirst();
    world.replica(director).move(user.address(), pool.internalName());
    world.replica(pool).move(user.address(), director.internalName());
  }
}
