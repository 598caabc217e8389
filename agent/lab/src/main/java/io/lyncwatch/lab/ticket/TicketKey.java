package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** What one pool or Director seals its tickets with: all its servers share it, no other has it. */
public final class TicketKey {
  private static final int BYTES = 32;

  private final byte[] secret;

  private TicketKey(byte[] secret) {
    this.secret = secret;
  }

  /** A new key of 256 bits. */
  public static TicketKey random(RandomGenerator random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new TicketKey(secret);
  }

  /** The seal over a text: HMAC-SHA256 of its UTF-8 bytes, in Base64. */
  String seal(String text) {
    return Base64Text.of(Hmac.SHA256.of(secret, text.getBytes(StandardCharsets.UTF_8)));
  }
}
