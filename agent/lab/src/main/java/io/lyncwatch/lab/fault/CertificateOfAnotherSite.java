package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.List;

/**
 * The proxy's listener for the discovery records is bound to the certificate of another web site on
 * it, for whatever name a client asks.
 */
public record CertificateOfAnotherSite() implements Fault {
  @Override
  public void change(World world) {
    world
        .certificatesPublished(world.topology().entry())
        .changeAll(order -> order.named(List.of(Certificates.OTHER_SITE)));
  }
}
