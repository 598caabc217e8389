package io.lyncwatch.discovery.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The server's CHALLENGE_MESSAGE (MS-NLMP 2.2.1.2), or why it cannot be answered. */
sealed interface NtlmChallenge {
  /** Real ones have a few hundred characters. */
  int MOST_CHARACTERS = 16_384;

  /** Cannot be answered, or must not be. */
  record Unusable(String why) implements NtlmChallenge {}

  /** Can be answered with NTLMv2. */
  final class Usable implements NtlmChallenge {
    private final byte[] message;
    private final TargetInfo targetInfo;

    private Usable(byte[] message, TargetInfo targetInfo) {
      this.message = message;
      this.targetInfo = targetInfo;
    }

    /** The whole message, as it came. */
    byte[] message() {
      return message.clone();
    }

    /** NegotiateFlags. */
    int flags() {
      return littleEndian(message).getInt(20);
    }

    /** The eight random bytes of the server. */
    byte[] serverChallenge() {
      return Arrays.copyOfRange(message, 24, 32);
    }

    TargetInfo targetInfo() {
      return targetInfo;
    }
  }

  /** Reads the base64 text that follows the scheme. Never throws, whatever came. */
  static NtlmChallenge read(String base64, NtlmForm form) {
    if (base64.length() > MOST_CHARACTERS) {
      return new Unusable("the NTLM challenge is longer than " + MOST_CHARACTERS + " characters");
    }
    byte[] message;
    try {
      message = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      return new Unusable("the NTLM challenge is not base64");
    }
    return form.wrapped() ? unwrapped(message) : read(message);
  }

  private static NtlmChallenge unwrapped(byte[] message) {
    return switch (SpnegoAnswer.read(message, Spnego.Mechanism.NTLM)) {
      case SpnegoAnswer.Token(var octets) -> read(octets.bytes());
      case SpnegoAnswer.Unusable(String why) -> new Unusable(why);
    };
  }

  private static NtlmChallenge read(byte[] message) {
    if (message.length < 48 || !Arrays.equals(message, 0, 8, NtlmMessage.signature(), 0, 8)) {
      return new Unusable("the answer is no NTLM message");
    }
    int type = littleEndian(message).getInt(8);
    if (type != 2) {
      return new Unusable("the server sent an NTLM message of type " + type + " instead of 2");
    }
    return weakness(littleEndian(message).getInt(20))
        .<NtlmChallenge>map(Unusable::new)
        .orElseGet(() -> withTargetInfo(message));
  }

  /** What would force an answer that is weaker than NTLMv2 in Unicode. */
  private static Optional<String> weakness(int flags) {
    if ((flags & NtlmFlags.UNICODE) == 0) {
      return Optional.of("the server asks for NTLM without Unicode, which only old NTLM needs");
    }
    if ((flags & NtlmFlags.NTLM) == 0) {
      return Optional.of("the server does not offer NTLM in its NTLM challenge, only LAN Manager");
    }
    if ((flags & NtlmFlags.EXTENDED_SESSION_SECURITY) == 0) {
      return Optional.of("the server asks for NTLM without extended session security");
    }
    if ((flags & NtlmFlags.TARGET_INFO) == 0) {
      return Optional.of("the server sent no target information, so it asks for NTLMv1");
    }
    return Optional.empty();
  }

  private static NtlmChallenge withTargetInfo(byte[] message) {
    int length = Short.toUnsignedInt(littleEndian(message).getShort(40));
    long offset = Integer.toUnsignedLong(littleEndian(message).getInt(44));
    if (length == 0) {
      return new Unusable("the server sent no target information, so it asks for NTLMv1");
    }
    if (offset + length > message.length) {
      return new Unusable("the NTLM challenge is cut off in its target information");
    }
    byte[] encoded = Arrays.copyOfRange(message, (int) offset, (int) offset + length);
    return TargetInfo.read(encoded)
        .<NtlmChallenge>map(targetInfo -> new Usable(message, targetInfo))
        .orElseGet(() -> new Unusable("the target information of the NTLM challenge is malformed"));
  }

  private static ByteBuffer littleEndian(byte[] message) {
    return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
  }
}
