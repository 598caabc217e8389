package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.util.Optional;

/**
 * A synthetic user.
 *
 * @param name the metric label
 * @param username how Windows knows the user; the sign-in address where the file does not say
 * @param password or what stands for it: the keys of a keytab
 * @param kerberos if the account can use it
 */
public record Account(
    String name,
    SignInAddress address,
    UserName username,
    PasswordSource password,
    SignInMethod signIn,
    Optional<KerberosSettings> kerberos) {}
