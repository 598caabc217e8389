package io.lyncwatch.discovery.walk;

import java.util.Locale;

/** How an account proves who it is. */
public enum SignInMethod {
  /**
   * What the service offers, the best first: Kerberos if the account can use it, NTLM, the password
   * form; the password grant for a token.
   */
  AUTO,
  /** A ticket of the account's realm, over HTTP Negotiate. */
  KERBEROS,
  /** NTLMv2 over HTTP. */
  NTLM,
  /** WS-Security UsernameToken at the {@code /Auth} port. */
  PASSWORD,
  /**
   * A bearer token at the oauthtoken endpoint, from Lync 2013 on, or of the authority that is
   * configured.
   */
  OAUTH,
  /** A client certificate at the {@code /cert} port. */
  CERTIFICATE;

  /** The word in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
