package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.dns.View;
import io.lyncwatch.lab.dns.Zone;
import io.lyncwatch.lab.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Outside, {@code lyncdiscover.<domain>} is an alias of a name in the zone of somebody who rents
 * out reverse proxies. His leads to the company's servers, but presents a certificate for his own
 * name only.
 */
public record CnameForeign(Optional<String> domain) implements Fault {
  private static final Duration HALF_A_LIFE = Duration.ofDays(182);

  @Override
  public void change(World world) {
    String record = "lyncdiscover." + Choice.domain(world, domain);
    String proxy = "proxy." + World.STRANGER_DOMAIN;
    Zone zone = world.zone(View.EXTERNAL);
    zone.apex(World.STRANGER_DOMAIN, world.topology().nameServer(View.EXTERNAL));
    zone.address(proxy, world.topology().stranger());
    zone.remove(record);
    zone.alias(record, proxy);
    world.publishAbroad(
        new CertificateBook(
            new CertificateOrder(
                List.of(proxy), world.now().minus(HALF_A_LIFE), world.now().plus(HALF_A_LIFE))));
  }
}
