package io.lyncwatch.lab.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Lets this JVM serve {@link TlsLevel#TLS_1_0}, which it refuses by default. The settings hold for
 * the whole JVM and are read once, when its first TLS class is loaded: a program that wants an old
 * lab after that has to call {@link #allow} first thing.
 */
public final class OldTls {
  private static final String OFF = "SSLv3, RC4, DES, MD5withRSA, anon, NULL";
  private static final String CHAIN_OFF = "MD2, MD5, RSA keySize < 512";

  private OldTls() {}

  /**
   * Makes the settings, unless they are there.
   *
   * @throws IOException with a text for people if it is too late
   */
  public static void allow() throws IOException {
    Security.setProperty("jdk.tls.disabledAlgorithms", OFF);
    Security.setProperty("jdk.certpath.disabledAlgorithms", CHAIN_OFF);
    if (!isThere()) {
      throw new IOException(
          "this JVM used TLS before it was allowed to use TLS 1.0: start the lab in a JVM of its"
              + " own, or allow it first");
    }
  }

  private static boolean isThere() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLParameters old = TlsLevel.TLS_1_0.narrow(new SSLParameters());
      return offers(context.getSupportedSSLParameters().getCipherSuites(), old.getCipherSuites())
          && offers(context.createSSLEngine().getEnabledProtocols(), old.getProtocols());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java offers no TLS", e);
    }
  }

  private static boolean offers(String[] all, String[] wanted) {
    return List.of(all).containsAll(Arrays.asList(wanted));
  }
}
