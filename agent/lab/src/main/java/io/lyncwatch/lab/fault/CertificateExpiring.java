package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.time.Duration;
import java.util.Optional;

/** The certificate that the proxy presents for {@code lyncdiscover.<domain>} has 9 days left. */
public record CertificateExpiring(Optional<String> domain) implements Fault {
  /** And half a day more, so that it is nine for as long as a lab usually lives. */
  private static final Duration LEFT = Duration.ofDays(9).plusHours(12);

  @Override
  public void change(World world) {
    world
        .certificatesPublished(world.topology().entry())
        .change(
            "lyncdiscover." + Choice.domain(world, domain),
            order -> order.valid(order.notBefore(), world.now().plus(LEFT)));
  }
}
