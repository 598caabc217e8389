package io.lyncwatch.discovery.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges what a server presented, each point by itself. Looks neither at revocation nor at the
 * extended key usage.
 *
 * <p>Certificates are those that the server sent and the trusted roots: nothing is fetched, as
 * phones do not fetch a missing intermediate either. Whoever has fetched one may ask what it would
 * change.
 */
public final class CertificateJudge {
  /** Those that a server sends beyond it are ignored. */
  static final int MOST_CERTIFICATES = 20;

  private final Trust trust;
  private final VerifiedChains verdicts;
  private final boolean forClients;

  /** A judge who trusts these roots. */
  public CertificateJudge(Trust trust) {
    this(trust, new VerifiedChains(), true);
  }

  private CertificateJudge(Trust trust, VerifiedChains verdicts, boolean forClients) {
    this.trust = trust;
    this.verdicts = verdicts;
    this.forClients = forClients;
  }

  /**
   * A judge of what only a reverse proxy sees: such a certificate may be of any authority and for
   * any name, so these two points are taken for right, and only validity is judged.
   */
  public CertificateJudge behindProxy() {
    return new CertificateJudge(trust, verdicts, false);
  }

  /**
   * Judges; never throws for what a certificate holds.
   *
   * @param presented the leaf first; those after the twentieth are ignored
   * @param host the name that the client asked for, or an address literal
   * @param now the instant that validity is judged at
   */
  public Judgement judge(List<X509Certificate> presented, String host, Instant now) {
    if (presented.isEmpty()) {
      return new Judgement(
          host,
          List.of(),
          false,
          "the server sent no certificate",
          Optional.empty(),
          false,
          List.of(),
          false,
          Optional.empty());
    }
    List<X509Certificate> served = presented.stream().limit(MOST_CERTIFICATES).toList();
    CertificateNames names = CertificateNames.of(served.getFirst());
    List<String> flaws = new ArrayList<>();
    List<Chain> verified = verified(served, now, flaws);
    Judgement judgement =
        new Judgement(
            host,
            IntStream.range(0, served.size())
                .mapToObj(index -> ServedCertificate.of(served.get(index), index))
                .toList(),
            !verified.isEmpty(),
            verified.isEmpty() ? whyUntrusted(served, flaws) : "",
            Optional.empty(),
            names.cover(host),
            names.covered(),
            valid(served.getFirst(), verified, now),
            best(verified, now).map(Chain::notAfter));
    return forClients ? judgement : judgement.vouchedFor();
  }

  /**
   * Whether a chain leads to a trusted root, validity aside.
   *
   * @param certificates the leaf first, then any others
   */
  public boolean trusts(List<X509Certificate> certificates, Instant now) {
    return !verified(certificates, now, new ArrayList<>()).isEmpty();
  }

  /** Whether what it judges is what clients come to, and not only a reverse proxy. */
  public boolean forClients() {
    return forClients;
  }

  /**
   * The way from the leaf up to a trusted root, this included: of several, that which lasts
   * longest, and of those, the one that passes the most authorities. A trusted root need not be at
   * the top: an intermediate may be trusted, too, beside the root above it.
   *
   * @param presented the leaf first, at least one; those after the twentieth are ignored
   * @return empty if none leads to a trusted root
   */
  public List<X509Certificate> path(List<X509Certificate> presented, Instant now) {
    List<X509Certificate> served = presented.stream().limit(MOST_CERTIFICATES).toList();
    return best(verified(served, now, new ArrayList<>()), now)
        .map(Chain::withRoot)
        .orElse(List.of());
  }

  /**
   * The certificates that the best way to a trusted root relies on, beside that root; empty if none
   * leads there.
   *
   * @param presented the leaf first, at least one; those after the twentieth are ignored
   */
  Optional<List<X509Certificate>> relied(List<X509Certificate> presented, Instant now) {
    List<X509Certificate> served = presented.stream().limit(MOST_CERTIFICATES).toList();
    return best(verified(served, now, new ArrayList<>()), now)
        .map(Chain::certificates)
        .map(certificates -> certificates.isEmpty() ? served.subList(0, 1) : certificates);
  }

  /**
   * The certificate at which a chain ends without having come to a root, if it does.
   *
   * @param certificates the leaf first, at least one
   */
  public static Optional<X509Certificate> openEnd(List<X509Certificate> certificates) {
    return Optional.of(top(certificates)).filter(top -> !ServedCertificate.selfIssued(top));
  }

  private List<Chain> verified(List<X509Certificate> served, Instant now, List<String> flaws) {
    List<Chain> verified = new ArrayList<>();
    for (Chain chain : ChainSearch.find(trust, served)) {
      verdicts.flaw(chain, now).ifPresentOrElse(flaws::add, () -> verified.add(chain));
    }
    return verified;
  }

  /** An untrusted leaf is judged by its own validity: whether it is trusted is another point. */
  private static boolean valid(X509Certificate leaf, List<Chain> verified, Instant now) {
    return verified.isEmpty()
        ? !now.isBefore(leaf.getNotBefore().toInstant())
            && !now.isAfter(leaf.getNotAfter().toInstant())
        : verified.stream().anyMatch(chain -> chain.validAt(now));
  }

  /** The longest of those that last longest, among those that are valid now if any is. */
  private static Optional<Chain> best(List<Chain> verified, Instant now) {
    Predicate<Chain> validNow = chain -> chain.validAt(now);
    Comparator<Chain> order =
        Comparator.comparing(Chain::notAfter)
            .thenComparingInt(chain -> chain.certificates().size());
    return Stream.of(verified.stream().filter(validNow), verified.stream())
        .flatMap(chains -> chains.max(order).stream())
        .findFirst();
  }

  private static String whyUntrusted(List<X509Certificate> served, List<String> flaws) {
    if (!flaws.isEmpty()) {
      return flaws.getFirst();
    }
    X509Certificate top = top(served);
    String issuer = ServedCertificate.name(top.getIssuerX500Principal());
    if (!ServedCertificate.selfIssued(top)) {
      return "its issuer " + issuer + " was not sent along and is no trusted root";
    }
    return top.equals(served.getFirst())
        ? "the certificate is signed by itself"
        : "its root " + issuer + " is not trusted";
  }

  /** As far up as the names of issuers lead among what was sent. */
  private static X509Certificate top(List<X509Certificate> served) {
    return way(served).getLast();
  }

  private static List<X509Certificate> way(List<X509Certificate> served) {
    List<X509Certificate> way = new ArrayList<>(List.of(served.getFirst()));
    for (int step = 0; step < served.size(); step++) {
      served.stream()
          .filter(next -> !way.contains(next))
          .filter(
              next -> next.getSubjectX500Principal().equals(way.getLast().getIssuerX500Principal()))
          .findFirst()
          .ifPresent(way::add);
    }
    return way;
  }
}
