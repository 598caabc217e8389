package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.time.Duration;
import java.util.Optional;

/**
 * The certificate for one host expired yesterday: that of {@code lyncdiscover.<domain>} if a SIP
 * domain is named.
 */
public record CertificateExpired(Optional<String> domainOrHost) implements Fault {
  private static final Duration AGO = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(365);

  @Override
  public void change(World world) {
    Certificates.change(
        world,
        domainOrHost,
        order -> order.valid(world.now().minus(AGO).minus(LIFE), world.now().minus(AGO)));
  }
}
