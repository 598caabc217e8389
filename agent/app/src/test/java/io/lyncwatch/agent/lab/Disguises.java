package io.lyncwatch.agent.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The forms in which a secret may be hidden in a text. */
final class Disguises {
  private Disguises() {}

  /** Of a text: as it is, for URLs, and its bytes in UTF-8 and UTF-16 as they may be written. */
  static List<String> of(String secret) {
    return Stream.of(
            Stream.of(secret, URLEncoder.encode(secret, UTF_8), wide(secret)),
            of(secret.getBytes(UTF_8)).stream(),
            of(secret.getBytes(UTF_16LE)).stream())
        .flatMap(forms -> forms)
        .distinct()
        .toList();
  }

  /** Of bytes: hexadecimal, and Base64 wherever in a longer message they stand. */
  static List<String> of(byte[] secret) {
    List<String> forms = new ArrayList<>();
    forms.add(HexFormat.of().formatHex(secret));
    forms.add(HexFormat.of().withUpperCase().formatHex(secret));
    for (int before = 0; before < 3; before++) {
      forms.add(base64(secret, before));
    }
    return forms;
  }

  /** The characters that are the same whatever stands before and behind. */
  private static String base64(byte[] secret, int before) {
    byte[] message = new byte[before + secret.length];
    System.arraycopy(secret, 0, message, before, secret.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(message);
    return encoded.substring((before * 8 + 5) / 6, message.length * 8 / 6);
  }

  /** What a text in UTF-16 looks like where its bytes are taken for characters. */
  private static String wide(String secret) {
    return new String(secret.getBytes(UTF_16LE), ISO_8859_1);
  }
}
