package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer that came.
 *
 * @param certificate the server's own, if it came over https and is good for its name
 */
record Answer(URI url, Response response, Optional<X509Certificate> certificate, Duration took) {
  /** Whether it came over https from a server whose certificate is good for its name. */
  boolean verified() {
    return certificate.isPresent();
  }
}
