package io.lyncwatch.discovery.revocation;

import io.lyncwatch.discovery.tls.Der;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an OCSP answer (RFC 6960 section 4.2.1) says on its outside and when: the JDK, which proves
 * it, tells neither. Nothing is believed because of it.
 *
 * @param status the responder's, 0 if it has an answer; absent if this is no OCSP answer
 * @param entry what it says of the certificate asked for
 */
record OcspAnswer(OptionalInt status, Optional<Entry> entry) {
  private static final int ENUMERATED = 0x0a;
  private static final int FIRST_OPTION = 0xa0;
  private static final int UNKNOWN = 0x82;

  /** By number, RFC 6960 section 4.2.1. */
  private static final List<String> REFUSALS =
      List.of(
          "",
          "malformed request",
          "internal error",
          "try later",
          "",
          "wants it signed",
          "unauthorized");

  /**
   * What it says of one certificate.
   *
   * @param unknown whether it says that it does not know it
   */
  record Entry(boolean unknown, Instant begin, Instant end) {}

  static OcspAnswer read(byte[] answer, BigInteger serial) {
    List<Der> parts = inside(Der.elements(ByteBuffer.wrap(answer)));
    OptionalInt status =
        parts.stream()
            .limit(1)
            .filter(part -> part.tag() == ENUMERATED && part.content().remaining() == 1)
            .mapToInt(part -> part.content().get(part.content().position()))
            .findFirst();
    Optional<Entry> entry =
        responses(parts).stream()
            .map(Der::parts)
            .filter(response -> response.size() >= 3 && isAbout(response.getFirst(), serial))
            .findFirst()
            .flatMap(OcspAnswer::entry);
    return new OcspAnswer(status, entry);
  }

  /** Why there is no answer, in the responder's words; empty if there is one. */
  String refusal() {
    return status.isPresent() && status.getAsInt() > 0 && status.getAsInt() < REFUSALS.size()
        ? REFUSALS.get(status.getAsInt())
        : "";
  }

  private static List<Der> inside(List<Der> elements) {
    return elements.isEmpty() ? List.of() : elements.getFirst().parts();
  }

  /** Down to ResponseData, in which the only plain sequence is that of the single responses. */
  private static List<Der> responses(List<Der> parts) {
    return parts.stream()
        .filter(part -> part.tag() == FIRST_OPTION)
        .flatMap(bytes -> inside(bytes.parts()).stream())
        .filter(part -> part.tag() == Der.OCTET_STRING)
        .flatMap(basic -> inside(basic.parts()).stream().limit(1))
        .flatMap(data -> data.parts().stream())
        .filter(part -> part.tag() == Der.SEQUENCE)
        .flatMap(responses -> responses.parts().stream())
        .toList();
  }

  private static boolean isAbout(Der id, BigInteger serial) {
    List<Der> parts = id.parts();
    return parts.size() == 4
        && parts.get(3).tag() == Der.INTEGER
        && parts.get(3).content().hasRemaining()
        && new BigInteger(parts.get(3).bytes()).equals(serial);
  }

  private static Optional<Entry> entry(List<Der> response) {
    Optional<Instant> begin = Time.of(response.get(2));
    Optional<Instant> end =
        response.stream()
            .skip(3)
            .filter(part -> part.tag() == FIRST_OPTION)
            .flatMap(part -> part.parts().stream())
            .findFirst()
            .flatMap(Time::of)
            .or(() -> begin);
    boolean unknown = response.get(1).tag() == UNKNOWN;
    return begin.map(from -> new Entry(unknown, from, end.orElse(from)));
  }
}
