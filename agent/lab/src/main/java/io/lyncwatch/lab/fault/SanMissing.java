package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.Optional;

/** The certificate that the proxy presents for {@code lyncdiscover.<domain>} lacks that name. */
public record SanMissing(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String name = "lyncdiscover." + Choice.domain(world, domain);
    world
        .certificatesPublished(world.topology().entry())
        .change(name, order -> order.without(name));
  }
}
