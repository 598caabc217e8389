package io.lyncwatch.lab.site;

import io.lyncwatch.lab.web.Reply;

/** The answers that do not come from a resource: IIS pages, diagnostics, challenges. */
public final class Pages {
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

  /** The two challenges of {@code /root/oauth/user} and of UCWA. */
  public Reply tokenMissing() {
    return unauthorized()
        .with(
            "WWW-Authenticate",
            "Bearer trusted_issuers=\"\", client_id=\"00000004-0000-0ff1-ce00-000000000000\"")
        .with(
            "WWW-Authenticate",
            "MsRtcOAuth href=\"%s\",grant_type=\"urn:microsoft.rtc:windows,password\""
                .formatted(site.url("/WebTicket/oauthtoken")));
  }

  /** Adds the diagnostics header of MS-OCAUTHWS to an answer. */
  public Reply diagnosed(Reply reply, int errorId, String reason) {
    return reply.with(
        "X-Ms-diagnostics",
        "%d;source=\"%s\";reason=\"%s\"".formatted(errorId, site.machine().fqdn(), reason));
  }
}
