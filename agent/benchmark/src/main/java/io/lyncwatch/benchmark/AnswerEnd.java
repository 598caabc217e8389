package io.lyncwatch.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads an HTTP answer, and looks at no more of it than tells where it ends. */
final class AnswerEnd {
  private static final int LONGEST = 1 << 16;
  private static final String LENGTH = "\r\ncontent-length:";
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  private AnswerEnd() {}

  static void await(InputStream in) throws IOException {
    byte[] answer = new byte[LONGEST];
    int read = 0;
    int head = -1;
    while (head < 0) {
      read += more(in, answer, read);
      head = text(answer, 0, read).indexOf("\r\n\r\n");
    }
    String fields = text(answer, 0, head + 2).toLowerCase(Locale.ROOT);
    int body = head + 4;
    int length = fields.indexOf(LENGTH);
    if (length >= 0) {
      int end = fields.indexOf('\r', length + LENGTH.length());
      int all = body + Integer.parseInt(fields.substring(length + LENGTH.length(), end).strip());
      while (read < all) {
        read += more(in, answer, read);
      }
    } else if (fields.contains("\r\ntransfer-encoding: chunked")) {
      while (!text(answer, Math.max(head + 2, read - LAST_CHUNK.length()), read)
          .endsWith(LAST_CHUNK)) {
        read += more(in, answer, read);
      }
    }
  }

  private static int more(InputStream in, byte[] answer, int read) throws IOException {
    int count = in.read(answer, read, LONGEST - read);
    if (count <= 0) {
      throw new EOFException(text(answer, 0, read));
    }
    return count;
  }

  private static String text(byte[] answer, int from, int to) {
    return new String(answer, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
