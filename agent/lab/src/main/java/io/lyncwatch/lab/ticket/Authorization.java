package io.lyncwatch.lab.ticket;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Authorization header that carries NTLM (RFC 4559, section 4).
 *
 * @param scheme as this server spells it
 * @param message raw NTLM; a token wrapped in SPNEGO is not understood, as on some real servers
 */
record Authorization(String scheme, NtlmMessage message) {
  static final String NEGOTIATE = "Negotiate";
  static final String NTLM = "NTLM";

  /** Empty for another scheme, or a token that is not NTLM. */
  static Optional<Authorization> read(String header) {
    String[] parts = header.strip().split(" +", 2);
    return Stream.of(NEGOTIATE, NTLM)
        .filter(scheme -> parts.length == 2 && scheme.equalsIgnoreCase(parts[0]))
        .findFirst()
        .flatMap(scheme ->
            Base64Text.read(parts[1])
                .flatMap(NtlmMessage::read)
                .map(message -> new Authorization(scheme, message)));
  }
}
