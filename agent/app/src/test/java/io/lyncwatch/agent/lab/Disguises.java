package io.lyncwatch.agent.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The forms in which a secret may be hidden in a text. */
final class Disguises {
  /** Long enough to be told from chance, short enough to lie within a line. */
  private static final int PIECE = 24;

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

  /** Of a private key: pieces of its secret number, and the lines of its file in PEM. */
  static List<String> of(PrivateKey key, String pem) {
    byte[] number =
        switch (key) {
          case RSAPrivateKey rsa -> rsa.getPrivateExponent().toByteArray();
          case ECPrivateKey ec -> ec.getS().toByteArray();
          default -> key.getEncoded();
        };
    List<String> forms = new ArrayList<>();
    for (int at = 0; at + PIECE <= number.length; at += PIECE) {
      forms.addAll(of(Arrays.copyOfRange(number, at, at + PIECE)));
    }
    pem.lines().filter(line -> !line.startsWith("-") && line.length() > PIECE).forEach(forms::add);
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
