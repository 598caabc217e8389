package io.lyncwatch.discovery.tls.hello;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes a ClientHello in a record (RFC 8446, sections 4.1.2 and 5.1; RFC 5246, 7.4.1.2). */
final class HelloWriter {
  private static final int HANDSHAKE_RECORD = 22;
  private static final int CLIENT_HELLO = 1;

  private static final int SERVER_NAME = 0;
  private static final int SUPPORTED_GROUPS = 10;
  private static final int EC_POINT_FORMATS = 11;
  private static final int SIGNATURE_ALGORITHMS = 13;
  private static final int PADDING = 21;
  private static final int EXTENDED_MASTER_SECRET = 23;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int KEY_SHARE = 51;

  /** Among the suites: renegotiates securely, which strict servers insist on (RFC 5746). */
  private static final int RENEGOTIATES_SECURELY = 0x00ff;

  /** The versions that supported_versions may name. */
  private static final List<TlsVersion> VERSIONS =
      List.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1, TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);

  /** x25519, secp256r1, secp384r1, secp521r1. */
  private static final List<Integer> GROUPS = List.of(0x001d, 0x0017, 0x0018, 0x0019);

  /** ECDSA, RSA-PSS and RSA with SHA-256 to SHA-512, Ed25519, RSA and ECDSA with SHA-1. */
  private static final List<Integer> SIGNATURES =
      List.of(
          0x0403, 0x0503, 0x0603, 0x0807, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0201,
          0x0203);

  /** Some old balancers wait for ever for more if a hello is of a length in between (RFC 7685). */
  private static final int TOO_SHORT_FOR_THEM = 256;

  private static final int LONG_ENOUGH = 512;

  private HelloWriter() {}

  static byte[] write(Greeting greeting, RandomGenerator random) {
    Bytes hello = new Bytes();
    TlsVersion legacy = oldest(greeting.newest(), TlsVersion.TLS_1_2);
    hello.number(legacy.number(), 2);
    hello.random(random);
    // A session that never was: what middleboxes of TLS 1.2 want to see in TLS 1.3.
    boolean compatible = greeting.newest() == TlsVersion.TLS_1_3;
    hello.vector(1, compatible ? new Bytes().random(random) : new Bytes());
    Bytes suites = new Bytes();
    greeting.suites().forEach(suite -> suites.number(suite.number(), 2));
    suites.number(RENEGOTIATES_SECURELY, 2);
    hello.vector(2, suites);
    hello.vector(1, new Bytes().number(0, 1));
    if (greeting.newest() != TlsVersion.SSL_3) {
      Bytes extensions = extensions(greeting);
      pad(extensions, hello.size());
      hello.vector(2, extensions);
    }
    Bytes message = new Bytes().number(CLIENT_HELLO, 1).vector(3, hello);
    return new Bytes()
        .number(HANDSHAKE_RECORD, 1)
        .number(oldest(greeting.newest(), TlsVersion.TLS_1_0).number(), 2)
        .vector(2, message)
        .toByteArray();
  }

  private static Bytes extensions(Greeting greeting) {
    Bytes all = new Bytes();
    greeting
        .serverName()
        .ifPresent(name -> all.extension(SERVER_NAME, new Bytes().vector(2, hostName(name))));
    // strict servers insist on it, too (RFC 7627)
    all.extension(EXTENDED_MASTER_SECRET, new Bytes());
    all.extension(SUPPORTED_GROUPS, new Bytes().vector(2, numbers(GROUPS)));
    all.extension(EC_POINT_FORMATS, new Bytes().vector(1, new Bytes().number(0, 1)));
    if (greeting.newest().compareTo(TlsVersion.TLS_1_2) >= 0) {
      all.extension(SIGNATURE_ALGORITHMS, new Bytes().vector(2, numbers(SIGNATURES)));
    }
    if (greeting.newest() == TlsVersion.TLS_1_3) {
      all.extension(
          SUPPORTED_VERSIONS,
          new Bytes()
              .vector(1, numbers(VERSIONS.reversed().stream().map(TlsVersion::number).toList())));
      // None: the server then asks for one, and its question holds all that is to be known.
      all.extension(KEY_SHARE, new Bytes().vector(2, new Bytes()));
    }
    return all;
  }

  private static void pad(Bytes extensions, int before) {
    // with the head of the message, the length of the extensions, and the padding's own head
    int length = 4 + before + 2 + extensions.size();
    if (length >= TOO_SHORT_FOR_THEM && length < LONG_ENOUGH) {
      extensions.extension(PADDING, new Bytes().zeros(Math.max(0, LONG_ENOUGH - length - 4)));
    }
  }

  private static Bytes hostName(String name) {
    Bytes text = new Bytes();
    text.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    return new Bytes().number(0, 1).vector(2, text);
  }

  private static Bytes numbers(List<Integer> numbers) {
    Bytes bytes = new Bytes();
    numbers.forEach(number -> bytes.number(number, 2));
    return bytes;
  }

  private static TlsVersion oldest(TlsVersion first, TlsVersion second) {
    return first.compareTo(second) < 0 ? first : second;
  }

  /** Numbers and vectors as the presentation language of TLS has them (RFC 8446, section 3). */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes number(int value, int length) {
      for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
        write(value >>> shift);
      }
      return this;
    }

    Bytes vector(int lengthOfLength, Bytes content) {
      number(content.size(), lengthOfLength);
      writeBytes(content.toByteArray());
      return this;
    }

    Bytes extension(int type, Bytes content) {
      return number(type, 2).vector(2, content);
    }

    Bytes zeros(int count) {
      writeBytes(new byte[count]);
      return this;
    }

    Bytes random(RandomGenerator random) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      writeBytes(bytes);
      return this;
    }
  }
}
