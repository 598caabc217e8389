/**
 * Proves who an account is without ever putting it in danger: what a user name and a secret are,
 * the client's side of NTLM, and the guard that keeps a rejected secret from being sent again.
 * Knows no HTTP and no ticket service; uses the JDK, the DER of {@code tls}, and an annotation by
 * which a secret stays one in JSON. Start at {@link Credential}, then {@link NtlmHandshake} and
 * {@link LockoutGuard}.
 */
@NullMarked
package io.lyncwatch.discovery.auth;

import org.jspecify.annotations.NullMarked;
