package io.lyncwatch.lab.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64 of RFC 4648 as the protocol uses it: standard alphabet, padded, no line breaks. */
final class Base64Text {
  private Base64Text() {}

  static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes behind a text; empty if it is not the one text that stands for them. JDK's decoder
   * overlooks stray bits before the padding, so that two texts could pass for one ticket.
   */
  static Optional<byte[]> read(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The UTF-8 text behind a text. */
  static Optional<String> readText(String text) {
    return read(text).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
