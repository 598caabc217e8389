package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.Means;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.walk.SignInMethod;
import java.util.Locale;

/**
 * A synthetic user.
 *
 * @param name the metric label
 * @param username how Windows knows the user; the sign-in address where the file does not say
 * @param secret what the account signs in with: a password, the keys of a keytab, the key of its
 *     certificate, or the secret of a program at an authority outside
 * @param means what it has beside
 * @param handling what is asked beyond signing in
 */
public record Account(
    String name,
    SignInAddress address,
    UserName username,
    SecretSource secret,
    SignInMethod signIn,
    Means means,
    Handling handling) {
  /** Whose sign-ins these are: accounts of which this is the same take turns, as for the guard. */
  public String user() {
    return username.toString().toLowerCase(Locale.ROOT);
  }
}
