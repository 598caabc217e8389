package io.lyncwatch.lab.certificates;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Takes whatever certificate a client presents, and says that those of one authority are welcome:
 * as with IIS, the site judges it and answers, where TLS would only break off. The handshake still
 * proves that the client has the key.
 */
final class AnyClient extends X509ExtendedTrustManager {
  private final X509Certificate welcome;

  AnyClient(X509Certificate welcome) {
    this.welcome = welcome;
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {welcome};
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkClientTrusted(
      X509Certificate[] chain, String authType, @Nullable Socket socket) {}

  @Override
  public void checkClientTrusted(
      X509Certificate[] chain, String authType, @Nullable SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new IllegalStateException("a server does not judge servers");
  }

  @Override
  public void checkServerTrusted(
      X509Certificate[] chain, String authType, @Nullable Socket socket) {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(
      X509Certificate[] chain, String authType, @Nullable SSLEngine engine) {
    checkServerTrusted(chain, authType);
  }
}
