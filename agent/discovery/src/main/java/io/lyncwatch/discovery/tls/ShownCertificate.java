package io.lyncwatch.discovery.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of ours on one connection, shown if the server asks for one. Remembers whether it
 * did: who ends TLS before the server does not.
 */
public final class ShownCertificate extends X509ExtendedKeyManager {
  private static final String ALIAS = "own";

  private final ClientCertificate certificate;
  private volatile boolean asked;
  private volatile boolean shown;

  /** For one connection. */
  public ShownCertificate(ClientCertificate certificate) {
    this.certificate = certificate;
  }

  /** Whether the server has asked for a certificate. */
  public boolean asked() {
    return asked;
  }

  /** Whether it was shown, as the server can use a key of its kind. */
  public boolean shown() {
    return shown;
  }

  /** Which authorities the server names says little: IIS names as many as fit, or none. */
  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    asked = true;
    shown = Arrays.asList(keyTypes).contains(certificate.key().getAlgorithm());
    return shown ? ALIAS : null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return certificate.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return certificate.key();
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
