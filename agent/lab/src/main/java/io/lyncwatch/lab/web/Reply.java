package io.lyncwatch.lab.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP answer.
 *
 * @param headers in the order in which they are sent; names may repeat
 * @param charset how the body becomes bytes
 */
public record Reply(int status, List<Header> headers, String body, Charset charset) {
  /** One header line. */
  public record Header(String name, String value) {}

  /** An answer with a text body. */
  public static Reply of(int status, String contentType, String body) {
    return new Reply(
        status, List.of(new Header("Content-Type", contentType)), body, StandardCharsets.UTF_8);
  }

  /** An answer with any body, which is kept as a character per byte. */
  public static Reply of(int status, String contentType, byte[] body) {
    Charset bytes = StandardCharsets.ISO_8859_1;
    return new Reply(
        status, List.of(new Header("Content-Type", contentType)), new String(body, bytes), bytes);
  }

  /** An answer without a body. */
  public static Reply empty(int status) {
    return new Reply(status, List.of(), "", StandardCharsets.UTF_8);
  }

  /** The same answer with one more header line. */
  public Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, List.copyOf(more), body, charset);
  }
}
