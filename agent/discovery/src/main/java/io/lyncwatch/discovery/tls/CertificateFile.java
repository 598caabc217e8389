package io.lyncwatch.discovery.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of certificates: PEM (RFC 7468) with any text in between, or a single one in DER. */
final class CertificateFile {
  private static final long LARGEST = 16 << 20;
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final Pattern BLOCK = Pattern.compile(BEGIN + "([^-]*)-----END CERTIFICATE-----");

  private CertificateFile() {}

  /**
   * @throws IllegalArgumentException with a message for people
   */
  static List<X509Certificate> read(Path file) {
    return parse(file.toString(), content(file));
  }

  /**
   * @param file its name in messages
   * @throws IllegalArgumentException with a message for people
   */
  static List<X509Certificate> parse(String file, byte[] content) {
    List<X509Certificate> certificates = new ArrayList<>();
    Matcher block = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
    while (block.find()) {
      int number = certificates.size() + 1;
      certificates.add(certificate(file, "certificate " + number, decoded(file, number, block)));
    }
    if (certificates.isEmpty()) {
      boolean der = content.length > 0 && content[0] == 0x30;
      if (!der) {
        throw problem(file, "holds no certificate (expected " + BEGIN + ")");
      }
      certificates.add(certificate(file, "the certificate", content));
    }
    return certificates;
  }

  private static byte[] content(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw problem(file.toString(), "is too large for a file of certificates");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw problem(file.toString(), "does not exist");
    } catch (IOException e) {
      throw problem(file.toString(), "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static byte[] decoded(String file, int number, Matcher block) {
    try {
      return Base64.getDecoder().decode(block.group(1).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw problem(file, "certificate " + number + " is not Base64: " + e.getMessage());
    }
  }

  private static X509Certificate certificate(String file, String which, byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw problem(file, which + " is damaged: " + e.getMessage());
    }
  }

  private static IllegalArgumentException problem(String file, String what) {
    return new IllegalArgumentException(file + ": " + what);
  }
}
