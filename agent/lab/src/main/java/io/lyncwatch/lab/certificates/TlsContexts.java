package io.lyncwatch.lab.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes the TLS settings of the lab's servers, and of its proxy as a client. A server that is set
 * up again with the same order presents the same certificate as before.
 */
public final class TlsContexts {
  private final Authority authority;
  private final TlsLevel level;
  private final Map<Issued, Identity> issued = new HashMap<>();

  /** What a certificate was issued for. */
  private record Issued(String owner, CertificateOrder order, boolean revoked) {}

  /** All certificates come from one authority. */
  public TlsContexts(Authority authority, TlsLevel level) {
    this.authority = authority;
    this.level = level;
  }

  /**
   * For a listener: presents what the book says.
   *
   * @param owner whose it is, the same each time
   * @param witness is told of each full handshake by the name that the client indicated
   */
  public TlsSide server(String owner, CertificateBook book, Consumer<String> witness) {
    Identity standard = issued(owner, book.standard());
    Map<String, Identity> byName = new HashMap<>();
    book.byName().forEach((name, order) -> byName.put(name, issued(owner, order)));
    KeyChooser chooser = new KeyChooser(standard, byName, witness);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] clients = {new AnyClient(authority.root())};
      context.init(new KeyManager[] {chooser}, clients, null);
      return new TlsSide(context, level);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java offers no TLS", e);
    }
  }

  private synchronized Identity issued(String owner, CertificateOrder order) {
    return issued.computeIfAbsent(
        new Issued(owner, order, authority.revokes(order)), _ -> issue(order));
  }

  private Identity issue(CertificateOrder order) {
    return order.maker() == CertificateOrder.Maker.STRANGER
        ? authority.stranger(order.notBefore()).issue(order)
        : authority.issue(order);
  }

  /**
   * For a client that trusts the lab's root only.
   *
   * @param now the lab's time, which need not be the machine's, at which certificates are judged
   */
  public TlsSide client(Instant now) {
    try {
      PKIXBuilderParameters rules =
          new PKIXBuilderParameters(
              Set.of(new TrustAnchor(authority.root(), null)), new X509CertSelector());
      rules.setRevocationEnabled(false);
      rules.setDate(Date.from(now));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(new CertPathTrustManagerParameters(rules));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return new TlsSide(context, level);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java offers no TLS", e);
    }
  }
}
