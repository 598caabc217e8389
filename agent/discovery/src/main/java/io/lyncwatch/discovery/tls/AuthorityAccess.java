package io.lyncwatch.discovery.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * Where a certificate says that its issuer can be asked: for the certificates of the issuer itself
 * ({@code caIssuers}) and whether it still stands by this one ({@code ocsp}), in the Authority
 * Information Access extension (RFC 5280 section 4.2.2.1).
 */
public final class AuthorityAccess {
  private static final String EXTENSION = "1.3.6.1.5.5.7.1.1";

  /** 1.3.6.1.5.5.7.48.2. */
  private static final byte[] CA_ISSUERS = {0x2b, 6, 1, 5, 5, 7, 0x30, 2};

  /** 1.3.6.1.5.5.7.48.1. */
  private static final byte[] OCSP = {0x2b, 6, 1, 5, 5, 7, 0x30, 1};

  private static final int URI = 0x86;

  private AuthorityAccess() {}

  /** The URLs of issuers in the order of the certificate, unchecked; none if it is damaged. */
  public static List<String> issuers(X509Certificate certificate) {
    return urls(certificate, CA_ISSUERS);
  }

  /** The URLs of OCSP responders likewise. */
  public static List<String> responders(X509Certificate certificate) {
    return urls(certificate, OCSP);
  }

  private static List<String> urls(X509Certificate certificate, byte[] method) {
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
        .filter(parts -> describes(parts, method))
        .map(parts -> new String(parts.get(1).bytes(), StandardCharsets.US_ASCII))
        .toList();
  }

  private static boolean describes(List<Der> description, byte[] method) {
    return description.size() == 2
        && description.get(0).tag() == Der.OBJECT_IDENTIFIER
        && Arrays.equals(description.get(0).bytes(), method)
        && description.get(1).tag() == URI;
  }
}
