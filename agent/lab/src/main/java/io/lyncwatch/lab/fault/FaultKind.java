package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.dns.View;
import java.util.Locale;
import java.util.Optional;

/** The names of the faults, and how to make one from an argument. */
enum FaultKind {
  INTERNAL_RECORD_LEAKED("[=domain]", "external DNS knows lyncdiscoverinternal"),
  RESOLVER_DEAD("[=internal|external]", "a name server says nothing"),
  SPLIT_DNS_HOLE("", "internal DNS lacks the external web names"),
  SAN_MISSING("[=domain]", "the proxy's certificate lacks lyncdiscover.<domain>"),
  CERTIFICATE_EXPIRED("[=domain|host]", "the certificate for a name has expired"),
  CERTIFICATE_EXPIRING("[=domain]", "the certificate for a name expires in 9 days"),
  POOL_DOWN("[=pool]", "a pool listens no more"),
  REDIRECT_LOOP("[=address]", "a user's Director and pool send him to each other");

  private final String argument;
  private final String effect;

  FaultKind(String argument, String effect) {
    this.argument = argument;
    this.effect = effect;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String help() {
    return label() + argument + ": " + effect;
  }

  Fault with(Optional<String> given) {
    if (given.isPresent() && (argument.isEmpty() || given.get().isEmpty())) {
      throw new IllegalArgumentException("write this fault as " + label() + argument);
    }
    return switch (this) {
      case INTERNAL_RECORD_LEAKED -> new InternalRecordLeaked(given);
      case RESOLVER_DEAD -> new ResolverDead(view(given.orElse("internal")));
      case SPLIT_DNS_HOLE -> new SplitDnsHole();
      case SAN_MISSING -> new SanMissing(given);
      case CERTIFICATE_EXPIRED -> new CertificateExpired(given);
      case CERTIFICATE_EXPIRING -> new CertificateExpiring(given);
      case POOL_DOWN -> new PoolDown(given);
      case REDIRECT_LOOP -> new RedirectLoop(given);
    };
  }

  private static View view(String side) {
    return switch (side) {
      case "internal" -> View.INTERNAL;
      case "external" -> View.EXTERNAL;
      case String other ->
          throw new IllegalArgumentException(
              "resolver-dead knows internal and external, not '%s'".formatted(other));
    };
  }
}
