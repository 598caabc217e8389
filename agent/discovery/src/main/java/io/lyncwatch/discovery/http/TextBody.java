package io.lyncwatch.discovery.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;

/** Makes text of a body. */
final class TextBody {
  /** At the beginning of a body, a character per byte. */
  private static final Map<String, Charset> MARKS =
      Map.of(
          "\u00fe\u00ff", StandardCharsets.UTF_16BE,
          "\u00ff\u00fe", StandardCharsets.UTF_16LE,
          "\u00ef\u00bb\u00bf", StandardCharsets.UTF_8);

  private static final int LONGEST_MARK = 3;

  private TextBody() {}

  /**
   * By its byte order mark, which says more than a header that a proxy may have written; else as
   * the header says; else in UTF-8. The mark stays in the text.
   */
  static String of(byte[] body, String contentType) {
    String begin =
        new String(body, 0, Math.min(body.length, LONGEST_MARK), StandardCharsets.ISO_8859_1);
    return new String(
        body,
        MARKS.entrySet().stream()
            .filter(mark -> begin.startsWith(mark.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseGet(() -> named(contentType)));
  }

  private static Charset named(String contentType) {
    ContentType type = ContentType.parseLenient(contentType);
    Charset named = type == null ? null : type.getCharset();
    return named == null ? StandardCharsets.UTF_8 : named;
  }
}
