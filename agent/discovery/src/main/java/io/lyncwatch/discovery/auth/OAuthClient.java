package io.lyncwatch.discovery.auth;

import java.net.URI;
import java.util.Optional;

/**
 * What the operator has registered at an authority outside of the deployment, for hybrid modern
 * authentication.
 *
 * @param tokenEndpoint https; the operator names the host, so it may be given the secret
 * @param clientSecret of the program, sent beside the password of a user
 * @param resource whom the token is for; the pool's own URL where the operator does not say
 * @param scope the same in the words of newer authorities, instead of the resource
 */
public record OAuthClient(
    URI tokenEndpoint,
    String clientId,
    Grant grant,
    Optional<SecretSource> clientSecret,
    Optional<String> resource,
    Optional<String> scope) {

  /** Whose secret leads to a token. */
  public enum Grant {
    /** The user's password (RFC 6749 4.3). */
    PASSWORD("password"),
    /** The program's own secret (RFC 6749 4.4), which is the account's. */
    CLIENT_CREDENTIALS("client_credentials");

    private final String word;

    Grant(String word) {
      this.word = word;
    }

    /** Its name on the wire. */
    public String word() {
      return word;
    }
  }
}
