package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.time.Duration;

/** The authority's revocation lists end in three hours, and it makes no new ones. */
public record CrlEnding() implements Fault {
  /** And half an hour more, so that it is three for as long as a lab usually lives. */
  private static final Duration LEFT = Duration.ofHours(3).plusMinutes(30);

  @Override
  public void change(World world) {
    world.endLists(world.now().plus(LEFT));
  }
}
