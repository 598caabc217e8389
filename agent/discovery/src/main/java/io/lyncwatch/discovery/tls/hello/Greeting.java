package io.lyncwatch.discovery.tls.hello;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client offers.
 *
 * @param newest the newest version offered; a server may answer with an older one
 * @param suites in the order of preference
 * @param serverName sent as SNI, if any
 */
record Greeting(TlsVersion newest, List<CipherSuite> suites, Optional<String> serverName) {
  /** Copies the list. */
  Greeting {
    suites = List.copyOf(suites);
  }

  /** Everything that may be offered with a version. */
  static Greeting upTo(TlsVersion newest, Optional<String> serverName) {
    return new Greeting(newest, List.of(CipherSuite.values()), serverName);
  }

  /** Suites of some kinds only. */
  static Greeting only(Set<SuiteKind> kinds, TlsVersion newest, Optional<String> serverName) {
    return new Greeting(newest, CipherSuite.of(kinds), serverName);
  }
}
