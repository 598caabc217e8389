package io.lyncwatch.lab.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The beginning of an HTTP/1.1 request up to the empty line, RFC 9112 2.1.
 *
 * @param text a character per byte
 * @param path as sent, with the query
 * @param host of the Host header, lower case and without port; empty if there is none
 * @param bodyLength in bytes
 */
record RequestHead(String text, String path, String host, long bodyLength) {
  private static final int LONGEST = 64 * 1024;

  /** Reads not one byte more than the head. */
  static RequestHead read(InputStream in) throws IOException {
    return of(text(in));
  }

  /** The head of any message, read not one byte further. */
  static String text(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0 || head.size() >= LONGEST) {
        throw new EOFException("no whole head");
      }
      head.write(next);
      boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
      matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** The same request as the last one of its connection, which the backend is to end after it. */
  RequestHead asLast() {
    String others =
        text.lines()
            .skip(1)
            .filter(line -> !line.isEmpty() && !line.regionMatches(true, 0, "Connection:", 0, 11))
            .map(line -> line + "\r\n")
            .collect(Collectors.joining());
    String first = text.lines().findFirst().orElse("") + "\r\n";
    return new RequestHead(first + others + "Connection: close\r\n\r\n", path, host, bodyLength);
  }

  private static RequestHead of(String text) throws IOException {
    if (header(text, "Transfer-Encoding").isPresent()) {
      throw new IOException("this proxy knows bodies of a stated length only");
    }
    String[] words = text.lines().findFirst().orElse("").split(" ", 3);
    if (words.length < 3) {
      throw new IOException("not a request");
    }
    String host = header(text, "Host").orElse("").replaceFirst(":\\d*$", "");
    return new RequestHead(text, words[1], host.toLowerCase(Locale.ROOT), bodyLength(text));
  }

  /** How many bytes the head of any message says that follow. */
  static long bodyLength(String head) throws IOException {
    String length = header(head, "Content-Length").orElse("0");
    if (!length.matches("\\d{1,9}")) {
      throw new IOException("not a length");
    }
    return Long.parseLong(length);
  }

  private static Optional<String> header(String head, String name) {
    String start = name + ":";
    return head.lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
