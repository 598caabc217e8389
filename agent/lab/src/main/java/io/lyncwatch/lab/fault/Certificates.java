package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.world.World;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes the certificate for one host, wherever DNS leads to it. */
final class Certificates {
  /** A name for which the company has a certificate that is not meant for Lync. */
  static final String OTHER_SITE = "www." + World.WEB_DOMAIN;

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
    String host = host(world, domainOrHost);
    book(world, host).change(host, change);
  }

  /** The book from which the certificate for one host is taken, where DNS leads to it. */
  static CertificateBook of(World world, Optional<String> domainOrHost) {
    return book(world, host(world, domainOrHost));
  }

  private static String host(World world, Optional<String> domainOrHost) {
    String named = domainOrHost.orElse(world.topology().sipDomains().getFirst());
    return world.topology().sipDomains().contains(named) ? "lyncdiscover." + named : named;
  }

  private static CertificateBook book(World world, String host) {
    return books(world)
        .filter(book -> book.serves(host))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the lab has no SIP domain and no certificate for '%s'".formatted(host)));
  }

  private static Stream<CertificateBook> books(World world) {
    return Stream.of(
            world.topology().servers().stream().map(world::certificatesPublished),
            world.topology().own().stream().map(world::certificatesInside),
            Stream.of(world.certificatesAtEdge()),
            Stream.of(world.certificatesOfLogin())
                .filter(_ -> world.topology().hasModernAuthentication()))
        .flatMap(books -> books);
  }
}
