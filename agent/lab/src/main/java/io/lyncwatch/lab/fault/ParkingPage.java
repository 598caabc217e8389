package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.dns.Zone;
import io.lyncwatch.lab.world.Bystander;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * Outside, {@code lyncdiscover.<domain>} leads to where the registrar of the domain shows, over
 * http, that names are for sale.
 */
public record ParkingPage(Optional<String> domain) implements Fault {
  @Override
  public void change(World world) {
    String record = "lyncdiscover." + Choice.domain(world, domain);
    Zone zone = world.zone(View.EXTERNAL);
    zone.remove(record);
    zone.address(record, world.meet(Bystander.PARKING_SERVICE));
  }
}
