package io.lyncwatch.lab.site;

import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.world.ModernAuthentication;
import io.lyncwatch.lab.world.World;

/** The answers that do not come from a resource: IIS pages, diagnostics, challenges. */
public final class Pages {
  private static final String GRANT_TYPES =
      "urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,password";
  private static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
  private static final String LYNC = "00000004-0000-0ff1-ce00-000000000000";
  private static final String ACCESS_CONTROL = "00000001-0000-0000-c000-000000000000";
  private static final String REALM = "@" + World.WEB_DOMAIN;

  private final Site site;

  /** Those of one site. */
  public Pages(Site site) {
    this.site = site;
  }

  /** An HTML page. */
  public static Reply html(int status, String title) {
    return Reply.of(
        status,
        "text/html",
        "<!DOCTYPE html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>"
            .formatted(title));
  }

  /** The page of IIS for a path that it does not have. */
  public static Reply notFound() {
    return html(404, "404 - File or directory not found.");
  }

  /** The page of IIS for a request over http where it takes https only. */
  static Reply tlsDemanded() {
    return html(403, "403.4 - Forbidden: SSL is required here.");
  }

  /** What the operating system says while an application pool is stopped. */
  static Reply unavailable() {
    return html(503, "HTTP Error 503. The service is unavailable.")
        .with("Server", "Microsoft-HTTPAPI/2.0");
  }

  /** The page of IIS for an application whose configuration it cannot read. */
  static Reply damaged() {
    return html(500, "500.19 - Internal Server Error: web.config cannot be read.")
        .with("Server", "Microsoft-IIS/10.0");
  }

  /** The page of IIS for a request without sufficient credentials. */
  public static Reply unauthorized() {
    return html(401, "401 - Unauthorized: Access is denied due to invalid credentials.");
  }

  /** Where a client of {@code /root/user} gets its ticket, MS-OCAUTHWS 3.2. */
  public Reply ticketMissing() {
    return diagnosed(unauthorized(), 28033, "The web ticket is missing.")
        .with("X-MS-WebTicketURL", site.url("/WebTicket/WebTicketService.svc"))
        .with("X-MS-WebTicketSupported", "cwt,saml");
  }

  /** The challenges of what takes Windows authentication only. */
  public static Reply windowsOnly() {
    return unauthorized().with("WWW-Authenticate", "Negotiate").with("WWW-Authenticate", "NTLM");
  }

  /** The two challenges of {@code /root/oauth/user} and of UCWA; the second one is its own. */
  public Reply tokenMissing() {
    Reply reply = unauthorized().with("WWW-Authenticate", bearer());
    return site.server().product().issuesTokens()
        ? reply.with(
            "WWW-Authenticate",
            "MsRtcOAuth href=\"%s\",grant_type=\"%s\""
                .formatted(site.url("/WebTicket/oauthtoken"), GRANT_TYPES))
        : reply;
  }

  /** Skype for Business names a place to sign in, too, even while it has none. */
  private String bearer() {
    return site.server().product().generation().isSkype()
        ? "Bearer trusted_issuers=\"%s,%s,%s\", client_id=\"%s\", authorization_uri=\"%s\""
            .formatted(
                EXCHANGE + REALM,
                ACCESS_CONTROL + REALM,
                LYNC + REALM,
                LYNC,
                site.server().product().modern() == ModernAuthentication.OFF
                    ? "file://client/common/oauth2/authorize"
                    : World.LOGIN_URL + "/oauth2/authorize")
        : "Bearer trusted_issuers=\"%s\", client_id=\"%s\"".formatted(EXCHANGE + REALM, LYNC);
  }

  /** Adds the diagnostics header of MS-OCAUTHWS to an answer. */
  public Reply diagnosed(Reply reply, int errorId, String reason) {
    return reply.with(
        "X-Ms-diagnostics",
        "%d;source=\"%s\";reason=\"%s\"".formatted(errorId, site.machine().fqdn(), reason));
  }
}
