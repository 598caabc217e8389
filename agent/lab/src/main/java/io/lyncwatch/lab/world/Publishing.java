package io.lyncwatch.lab.world;

import io.lyncwatch.lab.certificates.CertificateBook;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How the reverse proxy publishes one server. */
public final class Publishing {
  private final CertificateBook certificates;
  private final Set<String> withheld = new TreeSet<>();
  private boolean http = true;
  private boolean https = true;
  private boolean bridgedToInternalSite;
  private boolean astray;
  private boolean connectionsKept = true;
  private Optional<Preauthentication> preauthentication = Optional.empty();
  private Optional<Gateway> cutOff = Optional.empty();

  Publishing(CertificateBook certificates) {
    this.certificates = certificates;
  }

  /** What the proxy presents. */
  public CertificateBook certificates() {
    return certificates;
  }

  /** Closes the proxy's port 80. */
  public void closeHttp() {
    http = false;
  }

  /** Whether the proxy's port 80 is open. */
  public boolean listensToHttp() {
    return http;
  }

  /** Closes the proxy's port 443. */
  public void closeHttps() {
    https = false;
  }

  /** Whether the proxy's port 443 is open. */
  public boolean listensToHttps() {
    return https;
  }

  /**
   * Makes the proxy refuse requests below these folders.
   *
   * @param folders first steps of paths, in lower case
   */
  public void withhold(Collection<String> folders) {
    withheld.addAll(folders);
  }

  /** The folders below which the proxy refuses requests. */
  public Set<String> withheld() {
    return Set.copyOf(withheld);
  }

  /** Makes the proxy pass requests on to 443 and 80 instead of 4443 and 8080. */
  public void bridgeToInternalSite() {
    bridgedToInternalSite = true;
  }

  /** Whether requests from outside end at the internal site. */
  public boolean isBridgedToInternalSite() {
    return bridgedToInternalSite;
  }

  /** Has another rule take the requests, which leads to the company's intranet. */
  public void leadAstray() {
    astray = true;
  }

  /** Whether requests end at the company's intranet. */
  public boolean leadsAstray() {
    return astray;
  }

  /** Has the proxy ask clients who they are. */
  public void preauthenticate(Preauthentication how) {
    preauthentication = Optional.of(how);
  }

  /** How the proxy asks clients who they are, if it does. */
  public Optional<Preauthentication> preauthentication() {
    return preauthentication;
  }

  /** Leaves the proxy without a way to the server, which it says with the page of a product. */
  public void cutOff(Gateway product) {
    cutOff = Optional.of(product);
  }

  /** What the proxy is, if it has no way to the server. */
  public Optional<Gateway> cutOff() {
    return cutOff;
  }

  /** Has the proxy end each connection after one request. */
  public void dropConnections() {
    connectionsKept = false;
  }

  /** Whether connections last for more than one request. */
  public boolean keepsConnections() {
    return connectionsKept;
  }
}
