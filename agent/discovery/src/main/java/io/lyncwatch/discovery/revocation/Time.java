package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.tls.Der;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the two forms of time in certificates (RFC 5280 section 4.1.2.5). */
final class Time {
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Time() {}

  /** Empty if it is neither, or damaged. */
  static Optional<Instant> of(Der element) {
    String text = new String(element.bytes(), StandardCharsets.US_ASCII);
    return switch (element.tag()) {
      case GENERALIZED_TIME -> parsed(text);
      case UTC_TIME -> parsed((text.compareTo("50") < 0 ? "20" : "19") + text);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(FORM.parse(text, Instant::from));
    } catch (DateTimeParseException damaged) {
      return Optional.empty();
    }
  }
}
