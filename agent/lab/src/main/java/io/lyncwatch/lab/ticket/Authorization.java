package io.lyncwatch.lab.ticket;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Authorization header of Windows authentication (RFC 4559, section 4).
 *
 * @param scheme as this server spells it
 * @param token what stands behind it, Base64
 */
record Authorization(String scheme, String token) {
  static final String NEGOTIATE = "Negotiate";
  static final String NTLM = "NTLM";

  private static final int LONGEST = 65_536;

  /** Empty for another scheme, or what is no Base64. */
  static Optional<Authorization> read(String header) {
    String[] parts = header.strip().split(" +", 2);
    return Stream.of(NEGOTIATE, NTLM)
        .filter(scheme -> parts.length == 2 && scheme.equalsIgnoreCase(parts[0]))
        .findFirst()
        .map(scheme -> new Authorization(scheme, parts[1]))
        .filter(read -> Base64Text.read(read.token).isPresent() && read.token.length() <= LONGEST);
  }

  byte[] bytes() {
    return Base64Text.read(token).orElseThrow();
  }

  /** Without the token, which may prove something. */
  @Override
  public String toString() {
    return scheme;
  }
}
