package io.lyncwatch.discovery.tls;

import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Lets this JVM talk to servers that it would refuse by default.
 *
 * <p>Lync Server on an old Windows often offers nothing but TLS 1.0, static RSA and SHA-1. The
 * JVM's defaults end such a handshake before any certificate is seen, so that a monitor would have
 * a blank where its users need a diagnosis. Therefore what is merely old is allowed here and judged
 * later; what is broken outright (SSL 3, RC4, DES, MD5 signatures, no authentication, no
 * encryption) stays off. The same goes for the size of handshake messages and the length of chains.
 *
 * <p>Nor does this JVM ask authorities by itself, whatever a company has set for all its JVMs: it
 * would do so without bounds and over the machine's own resolver, where the agent asks in the view
 * that it looks from.
 *
 * <p>The settings are read once, when the first TLS class is loaded, and hold for the whole JVM:
 * call this first thing in {@code main}.
 */
public final class LegacyTls {
  private static final String HANDSHAKE_ALGORITHMS = "SSLv3, RC4, DES, MD5withRSA, anon, NULL";
  private static final String CHAIN_ALGORITHMS = "MD2, MD5, RSA keySize < 512";

  /** With a certificate of 10,000 names, a chain outgrows the default of 32 KiB. */
  private static final int LARGEST_HANDSHAKE_MESSAGE = 1 << 20;

  private static final int LONGEST_CHAIN = 20;

  /** Off by default, on by the settings above: shows whether they came in time. */
  private static final String STATIC_RSA = "TLS_RSA_WITH_AES_128_CBC_SHA";

  /** Each makes the JDK fetch what certificates name. */
  private static final List<String> FETCHING =
      List.of("com.sun.security.enableCRLDP", "com.sun.security.enableAIAcaIssuers");

  private LegacyTls() {}

  /**
   * Makes the settings; a second call changes nothing.
   *
   * @throws IllegalStateException if TLS classes were loaded with other settings before
   */
  public static void allow() {
    Security.setProperty("jdk.tls.disabledAlgorithms", HANDSHAKE_ALGORITHMS);
    Security.setProperty("jdk.certpath.disabledAlgorithms", CHAIN_ALGORITHMS);
    FETCHING.forEach(setting -> System.setProperty(setting, "false"));
    Security.setProperty("ocsp.enable", "false");
    // or it would take every intermediate for good without looking at the list that it is given
    Security.setProperty("com.sun.security.onlyCheckRevocationOfEECert", "false");
    System.setProperty(
        "jdk.tls.maxHandshakeMessageSize", Integer.toString(LARGEST_HANDSHAKE_MESSAGE));
    System.setProperty(
        "jdk.tls.client.maxInboundCertificateChainLength", Integer.toString(LONGEST_CHAIN));
    if (!offered(STATIC_RSA)) {
      throw new IllegalStateException(
          "TLS classes were loaded before LegacyTls.allow(): old servers would stay out of reach");
    }
  }

  private static boolean offered(String suite) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      // with no roots: to read those of the JVM takes longer than all the rest
      context.init(null, new TrustManager[0], null);
      return Arrays.asList(context.getSupportedSSLParameters().getCipherSuites()).contains(suite);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }
}
