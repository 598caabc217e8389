package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.Secret;

/**
 * The secret of a program that goes to an authority beside the password of a user.
 *
 * @param rejected tells the guard that this one was rejected, which says nothing of the user's
 */
record Beside(Secret secret, Runnable rejected) {}
