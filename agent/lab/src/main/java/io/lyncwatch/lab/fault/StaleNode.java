package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.world.Machine;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.time.Duration;

/**
 * The last machine of a pool of several missed what the others have got: the renewed certificate of
 * its internal site, or where users are homed.
 *
 * @param certificate whether it shows the certificate before the renewed one, expired yesterday
 * @param replica whether it knows no user's home
 */
public record StaleNode(boolean certificate, boolean replica) implements Fault {
  private static final Duration AGO = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(365);

  @Override
  public void change(World world) {
    Server pool =
        world.topology().pools().stream()
            .filter(server -> server.machines().size() > 1)
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "a stale node needs a topology with a pool of several machines"));
    Machine machine = pool.machines().getLast();
    if (certificate) {
      world.strand(machine, old(world, pool));
    }
    if (replica) {
      world.strand(machine);
    }
  }

  private static CertificateBook old(World world, Server pool) {
    CertificateBook old = world.certificatesInside(pool).copy();
    old.changeAll(order -> order.valid(world.now().minus(AGO).minus(LIFE), world.now().minus(AGO)));
    return old;
  }
}
