package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.certificates.CertificateOrder;
import io.lyncwatch.lab.certificates.CertificateOrder.Company;
import io.lyncwatch.lab.certificates.CertificateOrder.Maker;
import io.lyncwatch.lab.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The certificate for one host has one flaw: that of {@code lyncdiscover.<domain>} if a SIP domain
 * is named.
 */
public record CertificateFlawed(Flaw flaw, Optional<String> domainOrHost) implements Fault {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int CROWD = 10_000;

  /** What is wrong with it. */
  public enum Flaw {
    /** It begins tomorrow. */
    NOT_YET_VALID,
    /** It is signed with its own key. */
    SELF_SIGNED,
    /** It is of an authority that nobody knows. */
    UNTRUSTED,
    /** It says that it is for clients only. */
    FOR_CLIENTS,
    /** The certificates above it are presented the wrong way round. */
    DISORDERED,
    /** It names nothing but the hosts of one domain, by a wildcard; that may be no flaw. */
    WILDCARD,
    /** It has ten thousand further names, which is no flaw but large. */
    CROWDED
  }

  @Override
  public void change(World world) {
    Certificates.change(world, domainOrHost, order -> flawed(order, world));
  }

  private CertificateOrder flawed(CertificateOrder order, World world) {
    return switch (flaw) {
      case NOT_YET_VALID -> order.valid(world.now().plus(DAY), order.notAfter());
      case SELF_SIGNED -> order.by(Maker.ITSELF);
      case UNTRUSTED -> order.by(Maker.STRANGER);
      case FOR_CLIENTS -> order.onlyForClients();
      case DISORDERED -> order.with(Company.DISORDERED);
      case WILDCARD -> order.named(List.of("*." + World.WEB_DOMAIN));
      case CROWDED -> order.named(Stream.concat(order.names().stream(), crowd()).toList());
    };
  }

  private static Stream<String> crowd() {
    return IntStream.rangeClosed(1, CROWD).mapToObj("lyncdiscover.crowd%05d.example"::formatted);
  }
}
