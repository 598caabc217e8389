package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/** A SIP domain has no discovery records, neither inside nor outside. */
public record RecordsMissing(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String of = Choice.domain(world, domain);
    for (View view : View.values()) {
      world.zone(view).remove("lyncdiscoverinternal." + of);
      world.zone(view).remove("lyncdiscover." + of);
    }
  }
}
