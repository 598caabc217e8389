package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * The company believes that a user is homed at the hoster, who sends him back: the hosting provider
 * is set up wrongly, or the user has moved and an attribute has not.
 *
 * @param address by default the first user whose home is at the hoster
 */
public record ProviderWrong(Optional<String> address) implements Fault {
  @Override
  public void change(World world) {
    Server hoster =
        world
            .topology()
            .hoster()
            .orElseThrow(() ->
                new IllegalArgumentException("a wrong provider needs a topology with a hoster"));
    User user = Choice.user(world, address.or(() -> hosted(world, hoster)));
    world
        .topology()
        .own()
        .forEach(own -> world.replica(own).move(user.address(), hoster.internalName()));
    world.replica(hoster).move(user.address(), world.topology().entry().internalName());
  }

  private static Optional<String> hosted(World world, Server hoster) {
    return world.topology().users().stream()
        .filter(user -> user.pool().filter(hoster.internalName()::equals).isPresent())
        .map(User::address)
        .findFirst();
  }
}
