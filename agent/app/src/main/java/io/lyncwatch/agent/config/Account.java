package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.util.Optional;

/**
 * A synthetic user.
 *
 * @param name the metric label
 * @param username how Windows knows the user; the sign-in address where the file does not say
 * @param password what the account signs in with: a password, the key of its certificate, or the
 *     secret of a program at an authority outside
 * @param oauth what is registered at such an authority
 * @param certificate where the certificate is, if the account has one
 */
public record Account(
    String name,
    SignInAddress address,
    UserName username,
    SecretSource password,
    SignInMethod signIn,
    Optional<OAuthClient> oauth,
    Optional<CertificateFiles> certificate) {

  /** With nothing but a password. */
  public Account(
      String name,
      SignInAddress address,
      UserName username,
      SecretSource password,
      SignInMethod signIn) {
    this(name, address, username, password, signIn, Optional.empty(), Optional.empty());
  }
}
