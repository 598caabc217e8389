package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One way in which a healthy deployment breaks. Faults combine; each changes a world once. */
public sealed interface Fault
    permits AutodiscoverBroken,
        BackendUnreachable,
        BridgedTo443,
        CaptivePortal,
        CertificateExpired,
        CertificateExpiring,
        CertificateFlawed,
        CertificateOfAnotherSite,
        CertificateRevoked,
        CertificateWeak,
        CertificateWithoutName,
        ClientsAsked,
        CnameForeign,
        ConnectionNotKept,
        CrlEnding,
        ExternalNameMissing,
        HairpinBlocked,
        HttpsNotPublished,
        IntermediateMissing,
        InternalRecordLeaked,
        MobilityInside,
        ParkingPage,
        PoolDown,
        Port80Closed,
        ProviderWrong,
        PublishingPathMissing,
        RecordsMissing,
        RedirectLoop,
        ResolverDead,
        ResolverStale,
        RevocationUnreachable,
        RewriteMissing,
        SanMissing,
        SecondaryStale,
        SplitDnsHole,
        SpnMissing,
        SslRequired,
        TicketServiceDamaged,
        StaleNode,
        StrayAddress,
        WildcardRecord,
        WrongApplication {

  /**
   * Breaks it.
   *
   * @throws IllegalArgumentException with a text for people if the argument names nothing that
   *     exists in this world
   */
  void change(World world);

  /** One of each kind, with its default argument. */
  static List<Fault> all() {
    return Arrays.stream(FaultKind.values()).map(kind -> kind.with(Optional.empty())).toList();
  }

  /** What the kinds are called. */
  static List<String> names() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::label).toList();
  }

  /** Every kind in one line: its form and what it does, for a command's help. */
  static List<String> catalogue() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::help).toList();
  }

  /**
   * Reads {@code name} or {@code name=argument}.
   *
   * @throws IllegalArgumentException with a text for people that lists the names
   */
  static Fault parse(String text) {
    String[] parts = text.strip().split("=", 2);
    String name = parts[0].toLowerCase(Locale.ROOT);
    Optional<String> argument =
        Optional.of(parts)
            .filter(both -> both.length == 2)
            .map(both -> both[1].strip().toLowerCase(Locale.ROOT));
    return Arrays.stream(FaultKind.values())
        .filter(kind -> kind.label().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(parts[0]))
        .with(argument);
  }

  private static IllegalArgumentException unknown(String name) {
    String names =
        Arrays.stream(FaultKind.values()).map(FaultKind::label).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "there is no fault '%s'; the faults are: %s".formatted(name, names));
  }
}
