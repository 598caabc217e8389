package io.lyncwatch.discovery.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Keeps what the server presents and accepts it, so that it can be judged afterwards: a trust
 * manager that judges would end the handshake at the first fault and hide all others. Extended,
 * because JSSE adds checks of its own to those that are not.
 */
final class ChainWitness extends X509ExtendedTrustManager {
  private final Predicate<List<X509Certificate>> acceptable;
  private volatile List<X509Certificate> chain = List.of();

  ChainWitness() {
    this(any -> true);
  }

  /** One that ends the handshake, because more would be shown to the server afterwards. */
  ChainWitness(Predicate<List<X509Certificate>> acceptable) {
    this.acceptable = acceptable;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] presented, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(presented, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] presented, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(presented, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] presented, String authType)
      throws CertificateException {
    chain = List.of(presented);
    if (!acceptable.test(chain)) {
      throw new CertificateException("not acceptable");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] presented, String authType, Socket socket) {
    throw new IllegalStateException("only servers are looked at");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] presented, String authType, SSLEngine engine) {
    throw new IllegalStateException("only servers are looked at");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] presented, String authType) {
    throw new IllegalStateException("only servers are looked at");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
