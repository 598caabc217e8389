package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.ticket.SecretBody;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Signs in with user name and password in the message, at the port for forms. */
final class PasswordSignIn {
  private static final String WHAT = "user name and password";

  private final TicketDesk desk;

  PasswordSignIn(TicketDesk desk) {
    this.desk = desk;
  }

  Optional<WebTicket> signIn(URI port, SecretBody body) {
    return desk.ask(TicketDesk.request(port, body)).flatMap(this::judge);
  }

  /** A 401 here comes from something in front, which has not looked at the message. */
  private Optional<WebTicket> judge(Answer answer) {
    if (answer.response().status() != 401) {
      return desk.judge(answer, WHAT);
    }
    desk.step(answer, WHAT, Words.of(answer.response()), false);
    desk.find(
        Reason.AUTH_METHOD_NOT_OFFERED,
        answer,
        Map.of("offered", String.join(", ", Challenges.schemes(answer.response()))));
    return Optional.empty();
  }
}
