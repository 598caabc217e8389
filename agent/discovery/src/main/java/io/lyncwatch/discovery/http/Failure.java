package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.tls.Alert;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.Judgement;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Why an exchange brought no answer, from the bottom of the stack to its top. */
public sealed interface Failure {
  /** Whether the request, or a part of it, may have reached the server all the same. */
  default boolean mayHaveBeenSent() {
    return switch (this) {
      case NoAddress _,
          NoConnection _,
          NoHandshake _,
          CertificateRefused _,
          ProtocolTooOld _,
          ConnectionNotKept _ ->
          false;
      case TimedOut _, TooLong _, Alerted _, Broken _ -> true;
    };
  }

  /** No resolver of the view gave an address. */
  record NoAddress(List<Lookup> lookups) implements Failure {}

  /** No address took the connection; this is what the last one did. */
  record NoConnection(Kind kind, InetSocketAddress address, String detail, Duration waited)
      implements Failure {
    /** The ways in which a connection does not come about. */
    public enum Kind {
      /** The machine said no. */
      REFUSED,
      /** Nobody said anything. */
      TIMED_OUT,
      /** There is no way to the machine. */
      UNREACHABLE
    }
  }

  /** The connection stands, but no TLS session came about. */
  record NoHandshake(InetSocketAddress address, Handshake.Failed handshake) implements Failure {}

  /** The handshake is done, but the certificate is not acceptable: nothing was sent. */
  record CertificateRefused(InetSocketAddress address, Judgement judgement) implements Failure {}

  /** The session's protocol version is below what a secret may travel over: nothing was sent. */
  record ProtocolTooOld(String version, String minimum) implements Failure {}

  /** The request is bound to a connection that the server closed: nothing was sent. */
  record ConnectionNotKept() implements Failure {}

  /** The request was sent, and no whole answer came in time. */
  record TimedOut(Duration waited) implements Failure {}

  /**
   * The answer does not end where it should; reading it to the end could take for ever.
   *
   * @param most bytes that were read of it
   */
  record TooLong(int most) implements Failure {
    /** For people. */
    public String detail() {
      return "the body is longer than " + most / 1024 + " KiB";
    }
  }

  /** The session stood, and the server ended it by an alert in place of an answer. */
  record Alerted(Alert alert) implements Failure {
    /** For people. */
    public String detail() {
      return "the server " + alert.detail();
    }
  }

  /** What came is not usable HTTP: cut off or malformed. */
  record Broken(String detail) implements Failure {
    /** The connection ended before a byte of an answer came. */
    static final Broken UNANSWERED = new Broken("the connection was closed without an answer");
  }
}
