package io.lyncwatch.discovery.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a handshake failed, from the exceptions that JSSE throws.
 *
 * @param detail words that go on from "the server"
 */
record HandshakeFailure(Handshake.Fault fault, String detail) {
  /** JSSE begins messages with the alert that it sends for them. */
  private static final Pattern OWN_ALERT = Pattern.compile("^\\([a-z_]+\\) ");

  /** The two limits that {@link LegacyTls} sets, as JSSE complains of them. */
  private static final Pattern TOO_LONG =
      Pattern.compile("certificate chain length \\((\\d+)\\) exceeds the maximum allowed");

  private static final Pattern TOO_LARGE =
      Pattern.compile("size of the handshake message \\((\\d+)\\) exceeds the maximum allowed");

  static final HandshakeFailure TOO_LATE =
      new HandshakeFailure(Handshake.Fault.TIMED_OUT, "did not finish in time");

  static HandshakeFailure of(IOException failure) {
    Throwable cause = innermost(failure);
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    Matcher length = TOO_LONG.matcher(message);
    if (length.find()) {
      return oversized("sent " + length.group(1) + " certificates");
    }
    Matcher size = TOO_LARGE.matcher(message);
    if (size.find()) {
      return oversized("sent " + size.group(1) + " bytes in one message");
    }
    return Alert.behind(failure)
        .map(alert -> new HandshakeFailure(fault(alert), alert.detail()))
        .orElseGet(() -> new HandshakeFailure(Handshake.Fault.BROKEN, inWords(cause, message)));
  }

  private static Handshake.Fault fault(Alert alert) {
    return alert.name().equals("unrecognized_name")
        ? Handshake.Fault.NAME_UNKNOWN
        : Handshake.Fault.REFUSED;
  }

  private static HandshakeFailure oversized(String detail) {
    return new HandshakeFailure(Handshake.Fault.OVERSIZED, detail);
  }

  private static String inWords(Throwable cause, String message) {
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return "answered with something that is not TLS";
    }
    if (cause instanceof EOFException) {
      return "closed the connection during the handshake";
    }
    if (cause instanceof SocketException) {
      return "broke the connection during the handshake";
    }
    String plain = OWN_ALERT.matcher(message).replaceFirst("");
    return plain.isBlank()
        ? "broke the rules of TLS"
        : "broke the rules of TLS: " + Legible.text(plain);
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < 10 && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    return cause;
  }
}
