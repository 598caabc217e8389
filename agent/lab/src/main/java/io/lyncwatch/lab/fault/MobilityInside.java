package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;

/** User documents lead mobile clients, wherever they are, to the internal web services. */
public record MobilityInside() implements Fault {
  @Override
  public void change(World world) {
    world.exposeMobilityInside();
  }
}
