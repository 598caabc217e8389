package io.lyncwatch.lab.certificates;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Gives JSSE the chain for the name in the client's hello. An alias here is that name, in lower
 * case; nobody finds {@link #STANDARD} by asking, since it is no host name.
 */
final class KeyChooser extends X509ExtendedKeyManager {
  private static final String STANDARD = "*";

  private final Map<String, Identity> byName;
  private final Identity standard;
  private final Consumer<String> witness;

  /** JSSE may ask more than once in one handshake, for several suites. */
  private final Set<Object> seen =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * For one listener.
   *
   * @param witness is told the name in each hello that gets as far as this
   */
  KeyChooser(Identity standard, Map<String, Identity> byName, Consumer<String> witness) {
    this.standard = standard;
    this.byName = Map.copyOf(byName);
    this.witness = witness;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return socket instanceof SSLSocket secured
        ? alias(keyType, secured, secured.getHandshakeSession())
        : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return engine != null ? alias(keyType, engine, engine.getHandshakeSession()) : null;
  }

  /** Neither sockets nor engines compare by value, and each is good for one full handshake. */
  private @Nullable String alias(String keyType, Object connection, SSLSession session) {
    Optional<String> name = ServerNames.of(session);
    String alias = name.filter(byName::containsKey).orElse(STANDARD);
    if (!keyType.equals(identity(alias).key().getAlgorithm())) {
      return null;
    }
    if (seen.add(connection)) {
      witness.accept(name.orElse(""));
    }
    return alias;
  }

  private Identity identity(String alias) {
    return byName.getOrDefault(alias, standard);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return identity(alias).chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return identity(alias).key();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return keyType.equals(standard.key().getAlgorithm()) ? new String[] {STANDARD} : new String[0];
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
