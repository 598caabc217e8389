package io.lyncwatch.lab.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP answer.
 *
 * @param headers in the order in which they are sent; names may repeat
 */
public record Reply(int status, List<Header> headers, String body) {
  /** One header line. */
  public record Header(String name, String value) {}

  /** An answer with a text body. */
  public static Reply of(int status, String contentType, String body) {
    return new Reply(status, List.of(new Header("Content-Type", contentType)), body);
  }

  /** An answer without a body. */
  public static Reply empty(int status) {
    return new Reply(status, List.of(), "");
  }

  /** The same answer with one more header line. */
  public Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, List.copyOf(more), body);
  }
}
