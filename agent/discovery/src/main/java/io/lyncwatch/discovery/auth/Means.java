package io.lyncwatch.discovery.auth;

import java.util.Optional;

/**
 * What an account has to sign in with beside its name and its secret.
 *
 * @param kerberos what Kerberos needs to know, if the account can use it
 * @param oauth what is registered at an authority outside of the deployment
 * @param certificate where the certificate is that the account signs in with; then the secret is
 *     its key
 */
public record Means(
    Optional<KerberosSettings> kerberos,
    Optional<OAuthClient> oauth,
    Optional<CertificateFiles> certificate) {
  /** Nothing beside them. */
  public static final Means NONE = new Means(Optional.empty(), Optional.empty(), Optional.empty());

  /** Kerberos only. */
  public static Means of(KerberosSettings kerberos) {
    return new Means(Optional.of(kerberos), Optional.empty(), Optional.empty());
  }

  /** A registration at an authority outside only. */
  public static Means of(OAuthClient oauth) {
    return new Means(Optional.empty(), Optional.of(oauth), Optional.empty());
  }

  /** A certificate only. */
  public static Means of(CertificateFiles certificate) {
    return new Means(Optional.empty(), Optional.empty(), Optional.of(certificate));
  }

  /** Whether the secret is that of a program at an authority outside, and no user's. */
  public boolean byProgram() {
    return oauth
        .filter(client -> client.grant() == OAuthClient.Grant.CLIENT_CREDENTIALS)
        .isPresent();
  }

  /** Whether the secret is Kerberos keys, which are good for nothing else. */
  public boolean byKeytab() {
    return kerberos.flatMap(KerberosSettings::keytab).isPresent();
  }
}
