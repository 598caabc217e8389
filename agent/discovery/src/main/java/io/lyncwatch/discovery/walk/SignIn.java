package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.LockoutGuard;
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
 * @param kerberos what Kerberos needs to know, if the account can use it
 */
public record SignIn(
    UserName userName,
    SecretSource secret,
    SignInMethod method,
    LockoutGuard guard,
    RandomGenerator random,
    Optional<KerberosSettings> kerberos) {}
