package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.LockoutGuard;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import java.time.LocalDate;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How an account proves who it is.
 *
 * @param secret read at each sign-in
 * @param guard keeps a rejected secret from being sent again
 * @param random for challenges and keys: a secure one, except in tests
 * @param means what the account has beside
 * @param tickets those of earlier walks, to be used again; absent for a sign-in in each walk
 * @param passwordExpires the day on which the password ends, as far as the operator knows
 */
public record SignIn(
    UserName userName,
    SecretSource secret,
    SignInMethod method,
    LockoutGuard guard,
    RandomGenerator random,
    Means means,
    Optional<TicketCache> tickets,
    Optional<LocalDate> passwordExpires) {

  /** Refuses what would take the secret of one thing for the password of a user. */
  public SignIn {
    if (means.certificate().isPresent() != (method == SignInMethod.CERTIFICATE)
        || (means.byProgram() && method != SignInMethod.OAUTH)) {
      throw new IllegalArgumentException("a sign-in by " + method + " with another secret");
    }
  }
}
