package io.lyncwatch.lab.certificates;

import java.util.Arrays;
import javax.net.ssl.SSLParameters;

/** What servers speak: the versions and cipher suites of TLS, and how certificates are signed. */
public enum TlsLevel {
  /** TLS 1.2 and 1.3 without static RSA and 3DES, whatever else this JVM is allowed to speak. */
  CURRENT("current", "SHA256withECDSA", "EC"),
  /**
   * What Windows Server 2008 R2 spoke when it was new: TLS 1.0, key exchange by static RSA, and
   * signatures with SHA-1. The JVM has to allow it, see {@link OldTls}.
   */
  TLS_1_0("1.0", "SHA1withRSA", "RSA");

  private static final String STATIC_RSA = "TLS_RSA_";
  private static final String TRIPLE_DES = "_3DES_";
  private static final String[] CURRENT_VERSIONS = {"TLSv1.3", "TLSv1.2"};
  private static final String[] OLD_VERSIONS = {"TLSv1"};
  private static final String[] OLD_SUITES = {
    "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA"
  };

  private final String label;
  private final String signature;
  private final String authorityKey;

  TlsLevel(String label, String signature, String authorityKey) {
    this.label = label;
    this.signature = signature;
    this.authorityKey = authorityKey;
  }

  /** As people write it. */
  public String label() {
    return label;
  }

  /** How an authority signs. */
  String signature() {
    return signature;
  }

  /** The algorithm of an authority's key. */
  String authorityKey() {
    return authorityKey;
  }

  /** Narrows what a connection offers or accepts. */
  public SSLParameters narrow(SSLParameters parameters) {
    switch (this) {
      case CURRENT -> {
        parameters.setProtocols(CURRENT_VERSIONS);
        parameters.setCipherSuites(
            Arrays.stream(parameters.getCipherSuites())
                .filter(suite -> !suite.startsWith(STATIC_RSA) && !suite.contains(TRIPLE_DES))
                .toArray(String[]::new));
      }
      case TLS_1_0 -> {
        parameters.setProtocols(OLD_VERSIONS);
        parameters.setCipherSuites(OLD_SUITES);
      }
    }
    return parameters;
  }

  @Override
  public String toString() {
    return label;
  }
}
