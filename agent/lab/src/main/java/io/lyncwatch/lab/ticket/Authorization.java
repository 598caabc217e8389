package io.lyncwatch.lab.ticket;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Authorization header of Windows authentication (RFC 4559, section 4).
 *
 * @param scheme as this server spells it
 * @param token what stands behind it
 */
record Authorization(String scheme, byte[] token) {
  static final String NEGOTIATE = "Negotiate";
  static final String NTLM = "NTLM";

  private static final int LONGEST = 32_768;

  /** Empty for another scheme, or what is no Base64. */
  static Optional<Authorization> read(String header) {
    String[] parts = header.strip().split(" +", 2);
    return Stream.of(NEGOTIATE, NTLM)
        .filter(scheme -> parts.length == 2 && scheme.equalsIgnoreCase(parts[0]))
        .findFirst()
        .flatMap(scheme ->
            Base64Text.read(parts[1])
                .filter(token -> token.length <= LONGEST)
                .map(token -> new Authorization(scheme, token)));
  }

  /** Without the token, which may prove something. */
  @Override
  public String toString() {
    return scheme;
  }
}
