package io.lyncwatch.lab.certificates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a leaf certificate is to say.
 *
 * @param names DNS names of the SAN extension; the first is the common name too
 * @param alone whether it is presented without the intermediate above it
 */
public record CertificateOrder(
    List<String> names, Instant notBefore, Instant notAfter, boolean alone) {
  /** Copies the names, of which there must be one. */
  public CertificateOrder {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a certificate needs a name");
    }
  }

  /** One that is presented with the intermediate above it. */
  public CertificateOrder(List<String> names, Instant notBefore, Instant notAfter) {
    this(names, notBefore, notAfter, false);
  }

  /** The same, but presented without the intermediate above it. */
  public CertificateOrder withoutIntermediate() {
    return new CertificateOrder(names, notBefore, notAfter, true);
  }

  /** The same without one name. */
  public CertificateOrder without(String name) {
    List<String> fewer = new ArrayList<>(names);
    fewer.remove(name);
    return new CertificateOrder(fewer, notBefore, notAfter, alone);
  }

  /** The same, but valid at other times. */
  public CertificateOrder valid(Instant from, Instant to) {
    return new CertificateOrder(names, from, to, alone);
  }
}
