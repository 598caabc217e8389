package io.lyncwatch.lab.proxy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What the proxy itself says; nothing in it comes from a Lync server. */
enum StaticPage {
  FORBIDDEN("403 Forbidden"),
  NOT_FOUND("404 Not Found"),
  BAD_GATEWAY("502 Bad Gateway");

  private static final int MOST_DISCARDED = 64 * 1024;
  private static final int PATIENCE_MILLIS = 1_000;

  private final String text;

  StaticPage(String status) {
    String page = "<html><body><h1>" + status + "</h1></body></html>";
    text =
        """
        HTTP/1.1 %s\r
        Content-Type: text/html\r
        Content-Length: %d\r
        Connection: close\r
        \r
        %s\
        """
            .formatted(status, page.length(), page);
  }

  /** Sends the page and lets the client finish, so that a reset does not overtake the answer. */
  void send(Socket client) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.shutdownOutput();
    client.setSoTimeout(PATIENCE_MILLIS);
    client.getInputStream().readNBytes(MOST_DISCARDED);
  }
}
