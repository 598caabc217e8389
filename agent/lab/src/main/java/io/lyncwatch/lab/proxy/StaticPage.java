package io.lyncwatch.lab.proxy;

import io.lyncwatch.lab.world.Gateway;
import io.lyncwatch.lab.world.Preauthentication;
import io.lyncwatch.lab.world.World;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the proxy itself says; nothing in it comes from a Lync server. */
enum StaticPage {
  FORBIDDEN("403 Forbidden"),
  NOT_FOUND("404 Not Found"),
  BAD_GATEWAY("502 Bad Gateway"),
  BAD_GATEWAY_OF_ARR("502 Bad Gateway", "Server: Microsoft-IIS/8.5", "X-Powered-By: ARR/3.0"),
  GATEWAY_TIMEOUT_OF_WAP("504 Gateway Timeout", "Server: Microsoft-HTTPAPI/2.0"),
  LOGIN(
      "307 Temporary Redirect",
      "Server: Microsoft-HTTPAPI/2.0",
      "Location: https://sts."
          + World.WEB_DOMAIN
          + "/adfs/ls?version=1.0&action=signin&realm=urn%3AAppProxy%3Acom"),
  CREDENTIALS(
      "401 Unauthorized",
      "WWW-Authenticate: Negotiate",
      "WWW-Authenticate: Basic realm=\"" + World.WEB_DOMAIN + "\"");

  private static final int MOST_DISCARDED = 64 * 1024;
  private static final int PATIENCE_MILLIS = 1_000;

  private final String text;

  StaticPage(String status, String... headers) {
    String page = "<html><body><h1>" + status + "</h1></body></html>";
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    text =
        """
        HTTP/1.1 %s\r
        Content-Type: text/html\r
        Content-Length: %d\r
        %sConnection: close\r
        \r
        %s\
        """
            .formatted(status, page.length(), more, page);
  }

  /** Where clients have to say who they are. */
  static StaticPage of(Preauthentication how) {
    return switch (how) {
      case REDIRECT -> LOGIN;
      case CHALLENGE -> CREDENTIALS;
    };
  }

  /** Where the backend cannot be reached. */
  static StaticPage unreachable(Optional<Gateway> product) {
    return product
        .map(known ->
            switch (known) {
              case ARR -> BAD_GATEWAY_OF_ARR;
              case WAP -> GATEWAY_TIMEOUT_OF_WAP;
            })
        .orElse(BAD_GATEWAY);
  }

  /** Sends the page and lets the client finish, so that a reset does not overtake the answer. */
  void send(Socket client) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.shutdownOutput();
    client.setSoTimeout(PATIENCE_MILLIS);
    client.getInputStream().readNBytes(MOST_DISCARDED);
  }
}
