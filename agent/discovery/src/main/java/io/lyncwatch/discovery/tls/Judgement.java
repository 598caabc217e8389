package io.lyncwatch.discovery.tls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is right and wrong with a chain, each point by itself: an expired certificate is not also
 * untrusted, and a wrong name does not hide an expiry.
 *
 * @param host the name that the chain was judged for
 * @param certificates as served, the leaf first; empty if the server sent none
 * @param trusted whether the chain leads to a trusted root, validity aside
 * @param trustDetail why it does not, empty if it does
 * @param missing what the server would have to send along for the chain to be trusted, if that was
 *     looked for and found
 * @param hostMatches whether the leaf covers the host
 * @param covers the names that the leaf covers
 * @param valid whether the judging instant lies in the validity of the leaf and of a chain that
 *     leads from it to a trusted root
 * @param chainNotAfter the end of the best verified chain, if there is one
 */
public record Judgement(
    String host,
    List<ServedCertificate> certificates,
    boolean trusted,
    String trustDetail,
    Optional<MissingIssuer> missing,
    boolean hostMatches,
    List<String> covers,
    boolean valid,
    Optional<Instant> chainNotAfter) {
  /** Copies the lists. */
  public Judgement {
    certificates = List.copyOf(certificates);
    covers = List.copyOf(covers);
  }

  /** The server's own certificate, of which there has to be one. */
  public ServedCertificate leaf() {
    return certificates.getFirst();
  }

  /** Until when clients can use it: the end of the best chain if there is one, else its own. */
  public Instant end() {
    return chainNotAfter.orElseGet(() -> leaf().notAfter());
  }

  /** The same of a server of whose identity the operator is certain. */
  Judgement vouchedFor() {
    return new Judgement(
        host, certificates, true, "", Optional.empty(), true, covers, valid, chainNotAfter);
  }

  /** The same with what would make the chain a trusted one. */
  public Judgement lacking(MissingIssuer issuer) {
    return new Judgement(
        host,
        certificates,
        trusted,
        trustDetail,
        Optional.of(issuer),
        hostMatches,
        covers,
        valid,
        chainNotAfter);
  }

  /**
   * Whether everything between the leaf and a trusted root was sent along; empty if that cannot be
   * told, because it is not known where the chain should lead.
   */
  public Optional<Boolean> whole() {
    return trusted ? Optional.of(true) : missing.map(issuer -> false);
  }

  /** Whether a careful client would go on: only then may anything be sent. */
  public boolean acceptable() {
    return trusted && hostMatches && valid;
  }
}
