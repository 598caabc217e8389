package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateOrder.Strength;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/** The certificate for {@code lyncdiscover} of the main SIP domain has a weak key or signature. */
public record CertificateWeak(Strength strength) implements Fault {
  @Override
  public void change(World world) {
    Certificates.change(world, Optional.empty(), order -> order.of(strength));
  }
}
