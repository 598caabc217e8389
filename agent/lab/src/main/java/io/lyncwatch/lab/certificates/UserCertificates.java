package io.lyncwatch.lab.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whose certificate a client has presented. */
public final class UserCertificates {
  private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";
  private static final int MAIL_ADDRESS = 1;

  private final Authority authority;
  private final InstantSource clock;

  /** Only certificates of this authority are taken. */
  public UserCertificates(Authority authority, InstantSource clock) {
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * The address of the user; empty if the certificate is not the authority's, not for clients, or
   * not valid now.
   *
   * @param presented the leaf first, with the proof that the client has its key
   */
  public Optional<String> address(List<X509Certificate> presented) {
    if (presented.isEmpty() || !isValid(presented)) {
      return Optional.empty();
    }
    try {
      X509Certificate leaf = presented.getFirst();
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      List<String> usages = leaf.getExtendedKeyUsage();
      return names == null || usages == null || !usages.contains(FOR_CLIENTS)
          ? Optional.empty()
          : names.stream()
              .filter(name -> name.getFirst().equals(MAIL_ADDRESS))
              .map(name -> name.getLast().toString())
              .findFirst();
    } catch (GeneralSecurityException unreadable) {
      return Optional.empty();
    }
  }

  private boolean isValid(List<X509Certificate> presented) {
    try {
      PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
      rules.setRevocationEnabled(false);
      rules.setDate(Date.from(clock.instant()));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(presented), rules);
      return true;
    } catch (GeneralSecurityException invalid) {
      return false;
    }
  }
}
