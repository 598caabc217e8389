package io.lyncwatch.lab.world;

import java.util.List;

/**
 * A Director or a pool: what its machines have in common.
 *
 * @param name short, for example {@code pool01}
 * @param internalName its web services name inside, which is also what replicas call it
 * @param webName its external web services name
 * @param product the same on all machines
 * @param machines both names lead to all of them
 */
public record Server(
    String name, String internalName, String webName, Product product, List<Machine> machines) {
  /** Copies the machines, of which there must be one. */
  public Server {
    machines = List.copyOf(machines);
    if (machines.isEmpty()) {
      throw new IllegalArgumentException("the server " + name + " needs a machine");
    }
  }
}
