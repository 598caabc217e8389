package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.world.World;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes the certificate for one host, wherever DNS leads to it. */
final class Certificates {
  private Certificates() {}

  /**
   * Where the proxy and an internal site serve the same name, it is the proxy's, because that is
   * where DNS leads.
   *
   * @param domainOrHost a SIP domain stands for its {@code lyncdiscover} record; absent, the main
   *     one
   */
  static void change(
      World world, Optional<String> domainOrHost, UnaryOperator<CertificateOrder> change) {
    String named = domainOrHost.orElse(world.topology().sipDomains().getFirst());
    String host = world.topology().sipDomains().contains(named) ? "lyncdiscover." + named : named;
    books(world)
        .filter(book -> book.serves(host))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the lab has no SIP domain and no certificate for '%s'".formatted(host)))
        .change(host, change);
  }

  private static Stream<CertificateBook> books(World world) {
    return Stream.of(
            world.topology().servers().stream().map(world::certificatesPublished),
            world.topology().own().stream().map(world::certificatesInside),
            Stream.of(world.certificatesAtEdge()))
        .flatMap(books -> books);
  }
}
