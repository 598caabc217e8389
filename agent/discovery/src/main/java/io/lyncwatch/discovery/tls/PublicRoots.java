package io.lyncwatch.discovery.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The roots that a phone has before anybody installs one: those that Mozilla trusts for web
 * servers, as of a day. The JVM's own would not do, since companies add theirs to them.
 *
 * @param judge one who trusts them, and remembers the chains that were met
 * @param asOf the day that the list is of
 */
public record PublicRoots(Trust trust, CertificateJudge judge, LocalDate asOf) {
  private static final String FILE = "public-roots.pem";
  private static final Pattern DATE = Pattern.compile("(?m)^# Date: (\\d{4}-\\d\\d-\\d\\d)$");

  /** Those that came with this program. Read when first asked for. */
  public static PublicRoots shipped() {
    return Shipped.ROOTS;
  }

  private static final class Shipped {
    static final PublicRoots ROOTS = read();
  }

  private static PublicRoots read() {
    byte[] content = content();
    Matcher date = DATE.matcher(new String(content, StandardCharsets.ISO_8859_1));
    if (!date.find()) {
      throw new IllegalStateException(FILE + " has no date");
    }
    Trust trust = Trust.of(CertificateFile.parse(FILE, content));
    return new PublicRoots(trust, new CertificateJudge(trust), LocalDate.parse(date.group(1)));
  }

  private static byte[] content() {
    try (InputStream file = PublicRoots.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " did not come with this program");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
