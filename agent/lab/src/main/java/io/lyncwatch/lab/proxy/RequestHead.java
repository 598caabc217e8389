package io.lyncwatch.lab.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The beginning of an HTTP/1.1 request up to the empty line, RFC 9112 2.1.
 *
 * @param text a character per byte
 * @param host of the Host header, lower case and without port; empty if there is none
 */
record RequestHead(String text, String host) {
  private static final int LONGEST = 64 * 1024;

  /** Reads not one byte more than the head. */
  static RequestHead read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0 || head.size() >= LONGEST) {
        throw new EOFException("no whole request head");
      }
      head.write(next);
      boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
      matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    return new RequestHead(text, hostIn(text));
  }

  private static String hostIn(String head) {
    return head.lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, "Host:", 0, 5))
        .map(line -> line.substring(5).strip().replaceFirst(":\\d*$", ""))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }
}
