package io.lyncwatch.discovery.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What auditors and the pickier clients look at in a chain, beside what a {@link Judgement} holds.
 * No walk depends on it.
 *
 * @param publiclyTrusted whether it leads to one of the roots that phones come with, validity aside
 * @param selfSigned whether the leaf is signed with its own key
 * @param weaknesses of the keys and signatures that the chain relies on, a phrase for people for
 *     each; of all that was served if it leads to no trusted root
 * @param usageFlaw why the leaf is none for a server, a phrase for people; empty if it is one
 * @param orderFlaw why the certificates do not follow each other; empty if they do
 */
public record Inspection(
    boolean publiclyTrusted,
    boolean selfSigned,
    List<String> weaknesses,
    Optional<String> usageFlaw,
    Optional<String> orderFlaw) {
  /** Copies the list. */
  public Inspection {
    weaknesses = List.copyOf(weaknesses);
  }

  /**
   * Looks at a chain; never throws for what a certificate holds.
   *
   * @param publicly a judge who trusts the roots that phones come with
   * @param here a judge who trusts what the agent does
   * @param presented the leaf first, at least one
   */
  public static Inspection of(
      CertificateJudge publicly,
      CertificateJudge here,
      List<X509Certificate> presented,
      Instant now) {
    List<X509Certificate> served =
        presented.stream().limit(CertificateJudge.MOST_CERTIFICATES).toList();
    X509Certificate leaf = served.getFirst();
    Optional<List<X509Certificate>> toPublicRoot = publicly.relied(served, now);
    // what is served beside the way may be old: a cross-certificate that old clients need, or a
    // root
    List<X509Certificate> relied = toPublicRoot.or(() -> here.relied(served, now)).orElse(served);
    return new Inspection(
        toPublicRoot.isPresent(),
        selfSigned(leaf),
        Strength.weaknesses(relied),
        Usage.flaw(leaf),
        ServedOrder.flaw(served));
  }

  private static boolean selfSigned(X509Certificate leaf) {
    if (!ServedCertificate.selfIssued(leaf)) {
      return false;
    }
    try {
      leaf.verify(leaf.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException notItsOwn) {
      // a hostile certificate may trip the JDK's own code; its signature then proves nothing
      return false;
    }
  }
}
