package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.walk.SignInMethod;

/**
 * A synthetic user.
 *
 * @param name the metric label
 * @param username how Windows knows the user; the sign-in address where the file does not say
 * @param handling what is asked beyond signing in
 */
public record Account(
    String name,
    SignInAddress address,
    UserName username,
    PasswordSource password,
    SignInMethod signIn,
    Handling handling) {}
