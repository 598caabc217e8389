package io.lyncwatch.agent.coverage;

import io.lyncwatch.discovery.report.Facts;
import io.lyncwatch.discovery.tls.CertificateNames;
import io.lyncwatch.discovery.tls.ServedCertificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A server's own certificate as far as names go. Two are the same if their fingerprints are.
 *
 * @param names that it covers, as clients see it
 */
public record Leaf(ServedCertificate certificate, List<String> names) {
  /** Copies the list. */
  public Leaf {
    names = List.copyOf(names);
  }

  static Leaf of(Facts.Presented presented) {
    return new Leaf(presented.judgement().leaf(), presented.judgement().covers());
  }

  /** Fingerprint, hexadecimal. */
  public String sha256() {
    return certificate.sha256();
  }

  /** Whether clients take it for a server of a name, which is no address; to be asked often. */
  Predicate<String> covering() {
    Set<String> index = new HashSet<>(names);
    return name -> CertificateNames.forms(name).stream().anyMatch(index::contains);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Leaf leaf && leaf.sha256().equals(sha256());
  }

  @Override
  public int hashCode() {
    return sha256().hashCode();
  }
}
