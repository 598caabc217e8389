package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.revocation.AuthorityClient.Answer;
import io.lyncwatch.discovery.tls.AuthorityAccess;
import io.lyncwatch.discovery.tls.CertificateJudge;
import io.lyncwatch.discovery.tls.Judgement;
import io.lyncwatch.discovery.tls.MissingIssuer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why a chain is not trusted: whether it only lacks certificates that can be had where
 * those below them say, as some clients do and phones do not. Nothing is trusted because of it.
 *
 * <p>A certificate that nobody vouches for says where to ask, so that is bounded: plain http at
 * port 80, without redirects, few requests and small answers.
 */
final class IssuerSearch {
  private static final int MOST_QUESTIONS = 3;
  private static final int MOST_CERTIFICATES = 20;
  private static final int LARGEST = 64 * 1024;

  private final Network network;
  private final AuthorityExchange authorities;
  private final Deadline deadline;
  private final FollowUps followUps;
  private final List<X509Certificate> chain;
  private final List<MissingIssuer> missing = new ArrayList<>();
  private int asked;

  private IssuerSearch(
      Network network, List<X509Certificate> served, Deadline deadline, FollowUps followUps) {
    this.network = network;
    this.authorities = new AuthorityExchange(network, false);
    this.chain = new ArrayList<>(served);
    this.deadline = deadline;
    this.followUps = followUps;
  }

  /** The judgement, with what is missing if the chain leads to a trusted root with it. */
  static Judgement explain(
      Network network,
      Judgement judgement,
      List<X509Certificate> served,
      Deadline deadline,
      FollowUps followUps) {
    return new IssuerSearch(network, served, deadline, followUps)
        .firstMissing()
        .map(judgement::lacking)
        .orElse(judgement);
  }

  private Optional<MissingIssuer> firstMissing() {
    CertificateJudge judge = network.judge();
    while (lengthen()) {
      if (judge.trusts(chain, network.clock().instant())) {
        return Optional.of(missing.getFirst());
      }
    }
    return Optional.empty();
  }

  /** Adds the next certificate to the open end of the chain, if it can be found. */
  private boolean lengthen() {
    Optional<X509Certificate> end = CertificateJudge.openEnd(chain);
    for (String url : end.map(AuthorityAccess::issuers).orElse(List.of())) {
      List<X509Certificate> candidates =
          ask(url).stream()
              .filter(candidate ->
                  candidate.getSubjectX500Principal().equals(end.get().getIssuerX500Principal()))
              .toList();
      if (!candidates.isEmpty()) {
        chain.addAll(candidates); // with one name, but maybe other keys: the judge tells
        missing.add(MissingIssuer.of(candidates.getFirst(), url));
        return true;
      }
    }
    return false;
  }

  private List<X509Certificate> ask(String url) {
    if (asked == MOST_QUESTIONS || !authorities.askable(url)) {
      return List.of();
    }
    asked++;
    return network
        .authorities()
        .issuers()
        .at(url, network.clock().instant())
        .or(() -> followUps.request(deadline, soon -> fetch(url, soon)))
        .orElse(List.of());
  }

  private List<X509Certificate> fetch(String url, Deadline soon) {
    Request request = Request.get(URI.create(url)).forBytes(LARGEST);
    List<X509Certificate> fetched =
        switch (authorities.ask(request, soon)) {
          case Answer.Content content -> read(content.bytes());
          case Answer.Nothing _ -> List.of();
        };
    if (!fetched.isEmpty() || !soon.passed()) { // too little time for us is no fact of theirs
      network.authorities().issuers().keep(url, fetched, network.clock().instant());
    }
    return fetched;
  }

  /** DER, PEM, or PKCS #7 with certificates only. */
  private static List<X509Certificate> read(byte[] content) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(content))
          .stream()
          .limit(MOST_CERTIFICATES)
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException | RuntimeException damaged) {
      // the JDK's own code may trip over what is hostile enough; it is then no certificate
      return List.of();
    }
  }
}
