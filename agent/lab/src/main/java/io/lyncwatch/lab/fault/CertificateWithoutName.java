package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateBook;
import io.lyncwatch.lab.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Where one host is served, clients that send no name get the certificate of another web site:
 * where {@code lyncdiscover.<domain>} is, if a SIP domain is named.
 */
public record CertificateWithoutName(Optional<String> domainOrHost) implements Fault {
  @Override
  public void change(World world) {
    CertificateBook book = Certificates.of(world, domainOrHost);
    book.changeStandard(order -> order.named(List.of(Certificates.OTHER_SITE)));
  }
}
