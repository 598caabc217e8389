package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.Optional;

/**
 * The authority has revoked the certificate for one host since yesterday, because its key became
 * known: that of {@code lyncdiscover.<domain>} if a SIP domain is named.
 */
public record CertificateRevoked(Optional<String> domainOrHost) implements Fault {
  @Override
  public void change(World world) {
    Certificates.change(
        world,
        domainOrHost,
        order -> {
          world.revoke(order);
          return order;
        });
  }
}
