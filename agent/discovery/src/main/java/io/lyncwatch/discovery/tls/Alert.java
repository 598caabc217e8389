package io.lyncwatch.discovery.tls;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fatal alert by which the other side ended TLS (RFC 8446, section 6).
 *
 * @param name for example {@code certificate_unknown}
 */
public record Alert(String name) {
  /** As JSSE tells of it; of those that it sends itself it speaks otherwise. */
  private static final Pattern RECEIVED = Pattern.compile("fatal alert: ([a-z_]+)");

  /** The last is what older servers say of all of them. */
  private static final Set<String> ON_CERTIFICATE =
      Set.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied",
          "certificate_required",
          "handshake_failure");

  private static final int DEEPEST = 10;

  /** The alert that a failure comes from, if it comes from one. */
  public static Optional<Alert> behind(IOException failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .map(cause -> RECEIVED.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(found -> new Alert(found.group(1)))
        .findFirst();
  }

  /** Whether it is what a server says of a certificate that it does not accept. */
  public boolean isOnCertificate() {
    return ON_CERTIFICATE.contains(name);
  }

  /** Words that go on from "the server". */
  public String detail() {
    return "refused with the alert " + name;
  }
}
