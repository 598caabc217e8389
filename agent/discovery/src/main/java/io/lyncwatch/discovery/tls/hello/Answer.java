package io.lyncwatch.discovery.tls.hello;

import java.util.Optional;

/** What came back to a {@link Greeting}. */
sealed interface Answer {
  /**
   * The server agrees.
   *
   * @param suite empty if it chose one that is unknown here, and so was not offered
   */
  record Agreed(TlsVersion version, Optional<CipherSuite> suite) implements Answer {}

  /**
   * The server does not agree: by an alert, by hanging up, or by something that is not TLS. Windows
   * mostly hangs up.
   *
   * @param detail words that go on from "the server"
   */
  record Refused(String detail) implements Answer {}

  /** The server says nothing in time; firewalls swallow what they take for an attack. */
  record Silence() implements Answer {}
}
