package io.lyncwatch.discovery.walk;

import java.util.Locale;

/** How an account proves who it is. */
public enum SignInMethod {
  /** NTLM where the service offers it, else the password form. */
  AUTO,
  /** NTLMv2 over HTTP. */
  NTLM,
  /** WS-Security UsernameToken at the {@code /Auth} port. */
  PASSWORD;

  /** The word in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
