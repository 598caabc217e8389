package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.Authority;
import io.lyncwatch.lab.dns.NameServerPlan;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * Inside there is a second resolver, which still holds what {@code lyncdiscoverinternal.<domain>}
 * was before it was changed.
 */
public record ResolverStale(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String of = Choice.domain(world, domain);
    world.add(
        new NameServerPlan(
            world.roomForNameServer(View.INTERNAL),
            View.INTERNAL,
            Moved.before(world, world.zone(View.INTERNAL), of),
            Authority.HEARSAY));
  }
}
