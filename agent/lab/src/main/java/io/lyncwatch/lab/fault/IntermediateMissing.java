package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * The certificate for one host is presented without the intermediate above it, which only clients
 * that fetch it from where the certificate says can make up for: that of {@code
 * lyncdiscover.<domain>} if a SIP domain is named.
 */
public record IntermediateMissing(Optional<String> domainOrHost) implements Fault {
  @Override
  public void change(World world) {
    Certificates.change(world, domainOrHost, order -> order.with(CertificateOrder.Company.NOBODY));
  }
}
