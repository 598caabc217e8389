package io.lyncwatch.discovery.tls.hello;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cipher suites that servers of Lync's time know, by the names and numbers of IANA's registry,
 * the best first.
 */
enum CipherSuite {
  TLS_AES_128_GCM_SHA256(0x1301, SuiteKind.MODERN),
  TLS_AES_256_GCM_SHA384(0x1302, SuiteKind.MODERN),
  TLS_CHACHA20_POLY1305_SHA256(0x1303, SuiteKind.MODERN),
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(0xc02b, SuiteKind.MODERN),
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(0xc02f, SuiteKind.MODERN),
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(0xc02c, SuiteKind.MODERN),
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xc030, SuiteKind.MODERN),
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xcca8, SuiteKind.MODERN),
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(0xcca9, SuiteKind.MODERN),
  TLS_DHE_RSA_WITH_AES_128_GCM_SHA256(0x009e, SuiteKind.MODERN),
  TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009f, SuiteKind.MODERN),
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(0xc023, SuiteKind.CBC),
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256(0xc027, SuiteKind.CBC),
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384(0xc024, SuiteKind.CBC),
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384(0xc028, SuiteKind.CBC),
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA(0xc009, SuiteKind.CBC),
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA(0xc00a, SuiteKind.CBC),
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA(0xc013, SuiteKind.CBC),
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA(0xc014, SuiteKind.CBC),
  TLS_DHE_RSA_WITH_AES_128_CBC_SHA(0x0033, SuiteKind.CBC),
  TLS_DHE_RSA_WITH_AES_256_CBC_SHA(0x0039, SuiteKind.CBC),
  TLS_DHE_RSA_WITH_AES_128_CBC_SHA256(0x0067, SuiteKind.CBC),
  TLS_DHE_RSA_WITH_AES_256_CBC_SHA256(0x006b, SuiteKind.CBC),
  TLS_RSA_WITH_AES_128_GCM_SHA256(0x009c, SuiteKind.STATIC_RSA),
  TLS_RSA_WITH_AES_256_GCM_SHA384(0x009d, SuiteKind.STATIC_RSA),
  TLS_RSA_WITH_AES_128_CBC_SHA256(0x003c, SuiteKind.STATIC_RSA),
  TLS_RSA_WITH_AES_256_CBC_SHA256(0x003d, SuiteKind.STATIC_RSA),
  TLS_RSA_WITH_AES_128_CBC_SHA(0x002f, SuiteKind.STATIC_RSA),
  TLS_RSA_WITH_AES_256_CBC_SHA(0x0035, SuiteKind.STATIC_RSA),
  TLS_RSA_WITH_3DES_EDE_CBC_SHA(0x000a, SuiteKind.TRIPLE_DES),
  TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA(0x0016, SuiteKind.TRIPLE_DES),
  TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA(0xc008, SuiteKind.TRIPLE_DES),
  TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA(0xc012, SuiteKind.TRIPLE_DES),
  TLS_RSA_WITH_RC4_128_MD5(0x0004, SuiteKind.RC4),
  TLS_RSA_WITH_RC4_128_SHA(0x0005, SuiteKind.RC4),
  TLS_ECDHE_ECDSA_WITH_RC4_128_SHA(0xc007, SuiteKind.RC4),
  TLS_ECDHE_RSA_WITH_RC4_128_SHA(0xc011, SuiteKind.RC4),
  TLS_RSA_WITH_DES_CBC_SHA(0x0009, SuiteKind.EXPORT),
  TLS_DHE_RSA_WITH_DES_CBC_SHA(0x0015, SuiteKind.EXPORT),
  TLS_RSA_EXPORT_WITH_RC4_40_MD5(0x0003, SuiteKind.EXPORT),
  TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5(0x0006, SuiteKind.EXPORT),
  TLS_RSA_EXPORT_WITH_DES40_CBC_SHA(0x0008, SuiteKind.EXPORT),
  TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA(0x0014, SuiteKind.EXPORT),
  TLS_RSA_WITH_NULL_MD5(0x0001, SuiteKind.UNENCRYPTED),
  TLS_RSA_WITH_NULL_SHA(0x0002, SuiteKind.UNENCRYPTED),
  TLS_RSA_WITH_NULL_SHA256(0x003b, SuiteKind.UNENCRYPTED),
  TLS_ECDHE_ECDSA_WITH_NULL_SHA(0xc006, SuiteKind.UNENCRYPTED),
  TLS_ECDHE_RSA_WITH_NULL_SHA(0xc010, SuiteKind.UNENCRYPTED),
  TLS_DH_ANON_WITH_RC4_128_MD5(0x0018, SuiteKind.ANONYMOUS),
  TLS_DH_ANON_WITH_AES_128_CBC_SHA(0x0034, SuiteKind.ANONYMOUS),
  TLS_DH_ANON_WITH_AES_256_CBC_SHA(0x003a, SuiteKind.ANONYMOUS),
  TLS_ECDH_ANON_WITH_AES_128_CBC_SHA(0xc018, SuiteKind.ANONYMOUS),
  TLS_ECDH_ANON_WITH_AES_256_CBC_SHA(0xc019, SuiteKind.ANONYMOUS);

  private final int number;
  private final SuiteKind kind;

  CipherSuite(int number, SuiteKind kind) {
    this.number = number;
    this.kind = kind;
  }

  /** What it is worth. */
  SuiteKind kind() {
    return kind;
  }

  /** Two bytes on the wire. */
  int number() {
    return number;
  }

  static Optional<CipherSuite> of(int number) {
    return Arrays.stream(values()).filter(suite -> suite.number == number).findFirst();
  }

  /** All of some kinds. */
  static List<CipherSuite> of(Set<SuiteKind> kinds) {
    return Arrays.stream(values()).filter(suite -> kinds.contains(suite.kind)).toList();
  }
}
