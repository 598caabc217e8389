package io.lyncwatch.lab.world;

import io.lyncwatch.lab.certificates.CertificateBook;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** How the reverse proxy publishes one server. */
public final class Publishing {
  private final CertificateBook certificates;
  private final Set<String> withheld = new TreeSet<>();
  private boolean http = true;
  private boolean bridgedToInternalSite;

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
}
