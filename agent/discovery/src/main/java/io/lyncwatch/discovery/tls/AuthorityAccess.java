package io.lyncwatch.discovery.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * Where a certificate says that those of its issuer can be had: {@code caIssuers} in the Authority
 * Information Access extension (RFC 5280 section 4.2.2.1).
 */
public final class AuthorityAccess {
  private static final String EXTENSION = "1.3.6.1.5.5.7.1.1";

  /** 1.3.6.1.5.5.7.48.2. */
  private static final byte[] CA_ISSUERS = {0x2b, 6, 1, 5, 5, 7, 0x30, 2};

  private static final int URI = 0x86;

  private AuthorityAccess() {}

  /** The URLs in the order of the certificate, unchecked; none if it is damaged. */
  public static List<String> issuers(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(EXTENSION);
    if (extension == null) {
      return List.of();
    }
    return Der.elements(ByteBuffer.wrap(extension)).stream()
        .filter(wrapping -> wrapping.tag() == Der.OCTET_STRING)
        .flatMap(wrapping -> wrapping.parts().stream())
        .filter(all -> all.tag() == Der.SEQUENCE)
        .flatMap(all -> all.parts().stream())
        .map(Der::parts)
        .filter(AuthorityAccess::namesIssuers)
        .map(parts -> new String(parts.get(1).bytes(), StandardCharsets.US_ASCII))
        .toList();
  }

  private static boolean namesIssuers(List<Der> description) {
    return description.size() == 2
        && description.get(0).tag() == Der.OBJECT_IDENTIFIER
        && Arrays.equals(description.get(0).bytes(), CA_ISSUERS)
        && description.get(1).tag() == URI;
  }
}
