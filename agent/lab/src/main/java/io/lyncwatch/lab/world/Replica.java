package io.lyncwatch.lab.world;

import io.lyncwatch.lab.directory.User;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one server believes about who is homed where; it can be out of date. */
public final class Replica {
  private final Map<String, String> homes = new ConcurrentHashMap<>();

  Replica(Collection<User> users) {
    users.forEach(user -> user.pool().ifPresent(pool -> move(user.address(), pool)));
  }

  /** Makes this server believe that a user has another home, named by its internal name. */
  public void move(String address, String internalName) {
    homes.put(address.toLowerCase(Locale.ROOT), internalName);
  }

  /** The internal name of the server that is believed to be a user's home. */
  public Optional<String> home(String address) {
    return Optional.ofNullable(homes.get(address.toLowerCase(Locale.ROOT)));
  }
}
