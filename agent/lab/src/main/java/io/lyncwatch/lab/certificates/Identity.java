package io.lyncwatch.lab.certificates;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a listener proves itself with.
 *
 * @param chain as it is served, the leaf first
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
  /** Copies the list. */
  Identity {
    chain = List.copyOf(chain);
  }
}
