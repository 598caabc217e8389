package io.lyncwatch.discovery.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a certificate says that the revocation list is on which it would stand (RFC 5280 section
 * 4.2.1.13). Lists that somebody else than its issuer makes are left out: next to nobody has one.
 */
public final class DistributionPoints {
  private static final String EXTENSION = "2.5.29.31";

  /** In a point: where it is. In there: by full names, one of which may be a URL. */
  private static final int PLACE = 0xa0;

  private static final int FULL_NAMES = 0xa0;
  private static final int OTHER_ISSUER = 0xa2;
  private static final int URI = 0x86;

  private DistributionPoints() {}

  /** The URLs in the order of the certificate, unchecked; none if it is damaged. */
  public static List<String> lists(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(EXTENSION);
    if (extension == null) {
      return List.of();
    }
    return Der.elements(ByteBuffer.wrap(extension)).stream()
        .flatMap(wrapping -> within(wrapping, Der.OCTET_STRING))
        .flatMap(points -> within(points, Der.SEQUENCE))
        .filter(point -> within(point, Der.SEQUENCE).noneMatch(part -> part.tag() == OTHER_ISSUER))
        .flatMap(point -> within(point, Der.SEQUENCE))
        .flatMap(place -> within(place, PLACE))
        .flatMap(names -> within(names, FULL_NAMES))
        .filter(name -> name.tag() == URI)
        .map(name -> new String(name.bytes(), StandardCharsets.US_ASCII))
        .toList();
  }

  private static Stream<Der> within(Der whole, int tag) {
    return whole.tag() == tag ? whole.parts().stream() : Stream.empty();
  }
}
