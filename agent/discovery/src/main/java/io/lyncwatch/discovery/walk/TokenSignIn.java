package io.lyncwatch.discovery.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.ticket.BearerToken;
import io.lyncwatch.discovery.ticket.TokenAnswer;
import io.lyncwatch.discovery.ticket.TokenError;
import io.lyncwatch.discovery.ticket.TokenRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/** Signs in for a bearer token with user name and password in a form (RFC 6749 4.3). */
final class TokenSignIn {
  private static final String WHAT = "user name and password for a token";

  private final TicketDesk desk;

  TokenSignIn(TicketDesk desk) {
    this.desk = desk;
  }

  Optional<BearerToken> signIn(URI endpoint, Credential credential) {
    byte[] form =
        TokenRequest.password(credential.user().toString(), credential.password().reveal()).bytes();
    Request request =
        Request.post(
                endpoint,
                new Request.Body(TokenRequest.CONTENT_TYPE, new String(form, UTF_8), true))
            .with("Accept", "application/json");
    return desk.ask(request).flatMap(this::judge);
  }

  /** Without a password: by a proof of it over HTTP, as for a web ticket. */
  Optional<BearerToken> signIn(URI endpoint, HttpSignIn windows) {
    Request request =
        Request.post(
                endpoint,
                new Request.Body(
                    TokenRequest.CONTENT_TYPE,
                    "grant_type=" + URLEncoder.encode(TokenRequest.WINDOWS_GRANT, UTF_8),
                    false))
            .with("Accept", "application/json");
    return windows.signIn(request, this::judgeProven);
  }

  /** No 401; if there still is no token, that is not for the secret unless the answer says so. */
  private Optional<BearerToken> judgeProven(Answer answer, String what) {
    if (TokenAnswer.read(answer.response().body()) instanceof TokenAnswer.Issued(var token)
        && answer.response().status() == 200) {
      desk.accepted(answer, what, "token issued");
      return Optional.of(token);
    }
    if (TokenAnswer.read(answer.response().body()) instanceof TokenAnswer.Refused(TokenError why)
        && why.error().equals("invalid_grant")) {
      desk.rejected(answer, what);
      return Optional.empty();
    }
    return desk.noToken(answer, what);
  }

  private Optional<BearerToken> judge(Answer answer) {
    return switch (TokenAnswer.read(answer.response().body())) {
      case TokenAnswer.Issued(BearerToken token) when answer.response().status() == 200 -> {
        desk.accepted(answer, WHAT, "token issued");
        yield Optional.of(token);
      }
      case TokenAnswer.Refused(TokenError why) when why.error().equals("invalid_grant") -> {
        desk.rejected(answer, WHAT);
        yield Optional.empty();
      }
      case TokenAnswer.Refused(TokenError why)
          when why.error().equals("unsupported_grant_type") -> {
        desk.attempt().uncounted();
        desk.step(answer, WHAT, why.error(), false);
        desk.find(
            Reason.AUTH_METHOD_NOT_OFFERED, answer, Map.of("offered", "not the password grant"));
        yield Optional.empty();
      }
      case TokenAnswer.Refused(TokenError why) -> desk.noToken(answer, WHAT, why.toString());
      case TokenAnswer.Issued _ -> desk.noToken(answer, WHAT, "");
      case TokenAnswer.Unreadable _ -> desk.noToken(answer, WHAT, "");
    };
  }
}
