package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.web.Reply;

/** What IIS itself answers before or instead of the service: pages for people. */
final class Pages {
  static final Reply UNAUTHORIZED =
      page(401, "Unauthorized", "The credentials that came with this request are not accepted.");
  static final Reply FORBIDDEN =
      page(403, "Forbidden", "The certificate that came with this request opens nothing here.");
  static final Reply NOT_FOUND =
      page(404, "Not Found", "Nothing lives at this address, or it has moved away.");
  static final Reply METHOD_NOT_ALLOWED =
      page(405, "Method Not Allowed", "This address does not take requests of this method.");
  static final Reply NOT_SOAP =
      page(415, "Unsupported Media Type", "This address takes SOAP 1.1 messages, text/xml, only.");

  private Pages() {}

  private static Reply page(int status, String title, String text) {
    return Reply.of(
        status,
        "text/html",
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" \
        "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
        <title>%1$d - %2$s</title>
        <style type="text/css">
        body { margin: 0; background: #f4f6f8; color: #222; font: 75%% Verdana, sans-serif; }
        fieldset { border: 1px solid #b8c0c8; padding: 0 15px 10px 15px; background: #fff; }
        #banner { padding: 8px 2%%; background: #37597d; color: #fff; font-size: 1.5em; }
        #content { margin: 0 2%%; position: relative; }
        .box { margin-top: 10px; padding: 10px; position: relative; }
        h2 { margin: 0; color: #b00; font-size: 1.7em; }
        h3 { margin: 10px 0 0 0; color: #000; font-size: 1.2em; }
        p { margin: 6px 0 0 0; line-height: 1.5; }
        </style>
        </head>
        <body>
        <div id="banner">This web server could not do what was asked</div>
        <div id="content">
        <div class="box"><fieldset>
        <h2>%1$d - %2$s</h2>
        <h3>%3$s</h3>
        <p>Those who look after this server find more about this request in its log. If you came \
        here by a link, tell the owner of the page that holds it.</p>
        </fieldset></div>
        </div>
        </body>
        </html>
        """
            .formatted(status, title, text));
  }
}
