package io.lyncwatch.discovery.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a handshake failed in words for people, from the exceptions that JSSE throws. */
final class HandshakeFailure {
  private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");

  /** JSSE begins messages with the alert that it sends for them. */
  private static final Pattern OWN_ALERT = Pattern.compile("^\\([a-z_]+\\) ");

  private HandshakeFailure() {}

  /** Words that go on from "the server". */
  static String inWords(IOException failure) {
    Throwable cause = innermost(failure);
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    Matcher alert = ALERT.matcher(message);
    if (alert.find()) {
      return "refused with the alert " + alert.group(1);
    }
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
