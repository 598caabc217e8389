package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificate for one host expired yesterday: that of {@code lyncdiscover.<domain>} if a SIP
 * domain is named. Where the proxy and an internal site serve the same name, it is the proxy's,
 * because that is where DNS leads.
 */
public record CertificateExpired(Optional<String> domainOrHost) implements Fault {
  private static final Duration AGO = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(365);

  @Override
  public void change(World world) {
    String host = host(world);
    books(world)
        .filter(book -> book.serves(host))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the lab has no SIP domain and no certificate for '%s'".formatted(host)))
        .change(
            host, order -> order.valid(world.now().minus(AGO).minus(LIFE), world.now().minus(AGO)));
  }

  private String host(World world) {
    String named = domainOrHost.orElse(world.topology().sipDomains().getFirst());
    return world.topology().sipDomains().contains(named) ? "lyncdiscover." + named : named;
  }

  private static Stream<CertificateBook> books(World world) {
    return Stream.concat(
        world.topology().servers().stream().map(world::certificatesPublished),
        world.topology().servers().stream().map(world::certificatesInside));
  }
}
