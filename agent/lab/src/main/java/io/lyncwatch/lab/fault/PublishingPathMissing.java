package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.List;
import java.util.Optional;

/**
 * The publishing rules lack a path, so that the proxy refuses requests below it with a page of its
 * own; without a path, those that no phone needs to sign in.
 *
 * @param folder the first step of the path, for example {@code webticket}
 */
public record PublishingPathMissing(Optional<String> folder) implements Fault {
  private static final List<String> WITHOUT_WHICH_SIGN_IN_WORKS =
      List.of("meet", "dialin", "abs", "groupexpansion");

  @Override
  public void change(World world) {
    List<String> folders =
        folder.isPresent() ? List.of(Choice.publishedFolder(folder)) : WITHOUT_WHICH_SIGN_IN_WORKS;
    world.topology().servers().forEach(server -> world.publishing(server).withhold(folders));
  }
}
