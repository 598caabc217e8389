package io.lyncwatch.discovery.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** How a handshake ended. Whether the certificate is any good is another question. */
public sealed interface Handshake {
  /** What the server presented, the leaf first; empty if it did not come to that. */
  List<X509Certificate> chain();

  /**
   * What the server sent along of what authorities say about its certificates: OCSP answers as they
   * came (stapled, RFC 6066 section 8).
   */
  List<byte[]> stapled();

  /** From the ClientHello to the verdict. */
  Duration took();

  /** The ways in which no session comes about. */
  enum Fault {
    /** The deadline passed. */
    TIMED_OUT,
    /** The server sends more certificates, or larger ones, than {@link LegacyTls} allows. */
    OVERSIZED,
    /** The server says no by an alert. */
    REFUSED,
    /**
     * The server has no certificate for the name that it was asked by, and says so (RFC 6066, 3).
     */
    NAME_UNKNOWN,
    /** Anything else. */
    BROKEN
  }

  /**
   * A session came about.
   *
   * @param socket to talk through; closing it closes the connection below
   * @param protocol for example {@code TLSv1.3}
   * @param cipher JSSE's name of the cipher suite
   */
  record Established(
      SSLSocket socket,
      List<X509Certificate> chain,
      List<byte[]> stapled,
      String protocol,
      String cipher,
      Duration took)
      implements Handshake {
    /** Copies the lists. */
    public Established {
      chain = List.copyOf(chain);
      stapled = List.copyOf(stapled);
    }
  }

  /**
   * No session came about; the connection below is closed.
   *
   * @param detail why, in words that go on from "the server"
   */
  record Failed(Fault fault, String detail, List<X509Certificate> chain, Duration took)
      implements Handshake {
    /** Copies the list. */
    public Failed {
      chain = List.copyOf(chain);
    }

    @Override
    public List<byte[]> stapled() {
      return List.of();
    }
  }
}
