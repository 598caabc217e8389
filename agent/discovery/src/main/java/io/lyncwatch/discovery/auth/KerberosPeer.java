package io.lyncwatch.discovery.auth;

import java.util.Base64;
import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** The service that a ticket was sent to, which has to prove that the ticket is for it. */
public final class KerberosPeer {
  private static final int MOST_CHARACTERS = 16_384;

  private final SaslClient context;

  KerberosPeer(SaslClient context) {
    this.context = context;
  }

  /**
   * Reads the service's own proof. To be asked once.
   *
   * @param answer the base64 text that came after {@code Negotiate}; any text is survived
   * @return why it proves nothing, one clause for people; empty if it is good
   */
  public Optional<String> flaw(String answer) {
    if (answer.isEmpty()) {
      return Optional.of("it sent none");
    }
    byte[] text;
    try {
      if (answer.length() > MOST_CHARACTERS) {
        return Optional.of("it is longer than " + MOST_CHARACTERS + " characters");
      }
      text = Base64.getDecoder().decode(answer.strip());
    } catch (IllegalArgumentException e) {
      return Optional.of("it is not base64");
    }
    return switch (SpnegoAnswer.read(text, Spnego.Mechanism.KERBEROS)) {
      case SpnegoAnswer.Unusable(String why) -> Optional.of(why);
      case SpnegoAnswer.Token(var octets) -> flaw(octets.bytes());
    };
  }

  private Optional<String> flaw(byte[] token) {
    try {
      return context.evaluateChallenge(token).length == 0
          ? Optional.empty()
          : Optional.of("it asks for more than one round");
    } catch (SaslException | RuntimeException e) {
      // Java's reader of Kerberos errors trips over some malformed ones.
      return Optional.of("it was not made with the key of the ticket");
    }
  }
}
