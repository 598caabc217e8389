package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How an account proves who it is.
 *
 * @param secret read at each sign-in
 * @param guard keeps a rejected secret from being sent again
 * @param random for challenges and keys: a secure one, except in tests
 * @param oauth what is registered at an authority outside of the deployment
 * @param certificate where the certificate is that the account signs in with; then the secret is
 *     its key
 */
public record SignIn(
    UserName userName,
    SecretSource secret,
    SignInMethod method,
    LockoutGuard guard,
    RandomGenerator random,
    Optional<OAuthClient> oauth,
    Optional<CertificateFiles> certificate) {

  /** Refuses what would take the secret of one thing for the password of a user. */
  public SignIn {
    boolean program =
        oauth.filter(client -> client.grant() == OAuthClient.Grant.CLIENT_CREDENTIALS).isPresent();
    if (certificate.isPresent() != (method == SignInMethod.CERTIFICATE)
        || (program && method != SignInMethod.OAUTH)) {
      throw new IllegalArgumentException("a sign-in by " + method + " with another secret");
    }
  }

  /** With nothing but a user name and a secret. */
  public SignIn(
      UserName userName,
      SecretSource secret,
      SignInMethod method,
      LockoutGuard guard,
      RandomGenerator random) {
    this(userName, secret, method, guard, random, Optional.empty(), Optional.empty());
  }
}
