package io.lyncwatch.discovery.revocation;

import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a revocation list that was proved to be genuine: of each certificate on it 16
 * bytes, where the JDK needs several hundred.
 */
final class RevocationList {
  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;
  private static final int SECONDS = 60;

  private final Lifetime lifetime;

  /** Sorted; the two below it are in its order. */
  private final long[] serials;

  private final int[] minutes;
  private final CRLReason[] reasons;

  private RevocationList(Lifetime lifetime, List<Entry> entries) {
    this.lifetime = lifetime;
    this.serials = entries.stream().mapToLong(Entry::serial).toArray();
    this.minutes = entries.stream().mapToInt(Entry::minute).toArray();
    this.reasons = entries.stream().map(Entry::reason).toArray(CRLReason[]::new);
  }

  private record Entry(long serial, int minute, CRLReason reason) {
    static Entry of(X509CRLEntry entry) {
      return new Entry(
          print(entry.getSerialNumber()),
          (int) (entry.getRevocationDate().toInstant().getEpochSecond() / SECONDS),
          Optional.ofNullable(entry.getRevocationReason()).orElse(CRLReason.UNSPECIFIED));
    }
  }

  /** Keeps of a list what is needed; of somebody else's certificates on it, nothing. */
  static RevocationList of(X509CRL list, Lifetime lifetime) {
    return new RevocationList(
        lifetime,
        Optional.ofNullable(list.getRevokedCertificates()).stream()
            .flatMap(entries -> entries.stream())
            .filter(entry -> entry.getCertificateIssuer() == null)
            .map(Entry::of)
            .sorted(Comparator.comparingLong(Entry::serial))
            .toList());
  }

  Lifetime lifetime() {
    return lifetime;
  }

  /** How many certificates are on it. */
  int size() {
    return serials.length;
  }

  /** What it says of a certificate of its issuer. */
  Verdict verdict(BigInteger serial, String url, Instant now) {
    int at = Arrays.binarySearch(serials, print(serial));
    if (at < 0 || since(at).isAfter(now)) {
      return new Verdict.Good(Source.CRL, url, lifetime);
    }
    return new Verdict.Revoked(Source.CRL, url, since(at), Proof.words(reasons[at]), lifetime);
  }

  private Instant since(int at) {
    return Instant.ofEpochSecond((long) minutes[at] * SECONDS);
  }

  /** Tells serial numbers apart: authorities number or draw them, and do not look for two alike. */
  private static long print(BigInteger serial) {
    long print = 0;
    for (byte next : serial.toByteArray()) {
      print = print * MULTIPLIER + next;
    }
    return print;
  }
}
