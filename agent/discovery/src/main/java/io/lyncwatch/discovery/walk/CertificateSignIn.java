package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.ticket.Diagnostics;
import io.lyncwatch.discovery.ticket.SecretBody;
import io.lyncwatch.discovery.ticket.WebTicket;
import io.lyncwatch.discovery.tls.ShownCertificate;
import java.net.URI;
import java.util.Optional;

/**
 * Signs in with a client certificate, which TLS carries: on a connection of its own, and only after
 * the server's certificate was found acceptable.
 */
final class CertificateSignIn {
  private static final String WHAT = "client certificate";

  private final TicketDesk desk;
  private final ShownCertificate certificate;

  CertificateSignIn(TicketDesk desk, ShownCertificate certificate) {
    this.desk = desk;
    this.certificate = certificate;
  }

  Optional<WebTicket> signIn(URI port, SecretBody body) {
    return desk.askShowing(certificate, TicketDesk.request(port, body)).flatMap(this::judge);
  }

  private Optional<WebTicket> judge(Answer answer) {
    int status = answer.response().status();
    if (!certificate.asked() && (status == 200 || status == 401 || status == 403)) {
      desk.notShown(answer, WHAT);
      return Optional.empty();
    }
    if (certificate.shown() && (status == 401 || status == 403) && !knowsTheUser(answer)) {
      desk.rejected(answer, WHAT, Reason.AUTH_CERTIFICATE_REJECTED);
      return Optional.empty();
    }
    return desk.judge(answer, WHAT);
  }

  private static boolean knowsTheUser(Answer answer) {
    return answer
        .response()
        .header("X-Ms-diagnostics")
        .flatMap(Diagnostics::parse)
        .filter(said -> said.errorId() == Diagnostics.NOT_SIP_ENABLED)
        .isPresent();
  }
}
