package io.lyncwatch.lab.certificates;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
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
  private static final String KEY_TYPE = "RSA";

  private final PrivateKey key;
  private final Map<String, List<X509Certificate>> byName;
  private final List<X509Certificate> standard;
  private final Consumer<String> witness;

  /** JSSE may ask more than once in one handshake, for several suites. */
  private final Set<Object> seen =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * For one listener.
   *
   * @param witness is told the name in each hello that gets as far as this
   */
  KeyChooser(
      PrivateKey key,
      List<X509Certificate> standard,
      Map<String, List<X509Certificate>> byName,
      Consumer<String> witness) {
    this.key = key;
    this.standard = standard;
    this.byName = Map.copyOf(byName);
    this.witness = witness;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return keyType.equals(KEY_TYPE) && socket instanceof SSLSocket secured
        ? alias(secured, secured.getHandshakeSession())
        : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return keyType.equals(KEY_TYPE) && engine != null
        ? alias(engine, engine.getHandshakeSession())
        : null;
  }

  /** Neither sockets nor engines compare by value, and each is good for one full handshake. */
  private String alias(Object connection, SSLSession session) {
    Optional<String> name = ServerNames.of(session);
    if (seen.add(connection)) {
      witness.accept(name.orElse(""));
    }
    return name.filter(byName::containsKey).orElse(STANDARD);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return byName.getOrDefault(alias, standard).toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return keyType.equals(KEY_TYPE) ? new String[] {STANDARD} : new String[0];
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
