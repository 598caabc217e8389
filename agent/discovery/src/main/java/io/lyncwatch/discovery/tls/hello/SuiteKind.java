package io.lyncwatch.discovery.tls.hello;

import java.util.Locale;

/** What a cipher suite is worth, the best first. */
public enum SuiteKind {
  /** Forward secret and authenticated encryption: what is asked for today. */
  MODERN("modern ciphers"),
  /** Forward secret, with a block cipher in CBC mode. */
  CBC("CBC ciphers"),
  /** Without forward secrecy: who gets the key one day reads what was recorded before. */
  STATIC_RSA("static RSA without forward secrecy"),
  /** Blocks of 64 bits, which collide (RFC 9325, section 4.1, wants keys of 112 bits or more). */
  TRIPLE_DES("3DES"),
  /** A stream cipher whose biases are known (RFC 7465 forbids it). */
  RC4("RC4"),
  /** Keys made short on purpose, or single DES. */
  EXPORT("export ciphers or single DES"),
  /** No proof of who the server is. */
  ANONYMOUS("ciphers without a certificate"),
  /** No encryption at all. */
  UNENCRYPTED("ciphers that do not encrypt");

  private final String words;

  SuiteKind(String words) {
    this.words = words;
  }

  /** Whether accepting it is something to complain about. */
  public boolean isWeak() {
    return compareTo(STATIC_RSA) >= 0;
  }

  /** Whether who listens in gets at what is said. */
  public boolean isBroken() {
    return compareTo(RC4) >= 0;
  }

  /** The word in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public String words() {
    return words;
  }
}
