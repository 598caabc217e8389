package io.lyncwatch.discovery.revocation;

/** How an authority's word reaches a client. */
public enum Source {
  /** An OCSP answer that the server itself sent along with its certificate. */
  STAPLED("an OCSP answer that the server sends along"),
  /** An OCSP responder that the certificate names. */
  OCSP("an OCSP responder"),
  /** A revocation list that the certificate names. */
  CRL("a revocation list");

  private final String words;

  Source(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
