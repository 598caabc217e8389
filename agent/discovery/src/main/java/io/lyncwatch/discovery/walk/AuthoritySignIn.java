package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.BearerToken;
import io.lyncwatch.discovery.ticket.MoreAsked;
import io.lyncwatch.discovery.ticket.StatedCause;
import io.lyncwatch.discovery.ticket.TokenAnswer;
import io.lyncwatch.discovery.ticket.TokenError;
import io.lyncwatch.discovery.ticket.TokenRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs in at the authority that the operator has configured (RFC 6749 4.3 and 4.4). The request
 * goes to that host and nowhere else, whatever any answer says.
 */
final class AuthoritySignIn {
  private static final String UNLOCKS_ITSELF =
      "It unlocks itself after a while unless somebody goes on trying: find out in the sign-in log"
          + " of the authority who does, and that the agent's address is not one that it takes for"
          + " an attacker's";

  private final TicketDesk desk;
  private final OAuthClient client;
  private final Optional<Beside> beside;

  /**
   * @param beside the secret of the program where a user signs in; where the program does, that is
   *     its credential
   */
  AuthoritySignIn(TicketDesk desk, OAuthClient client, Optional<Beside> beside) {
    this.desk = desk;
    this.client = client;
    this.beside = beside;
  }

  Optional<BearerToken> signIn(URI user, Credential credential) {
    byte[] form = TokenRequest.form(parameters(user, credential)).bytes();
    Request request =
        Request.post(
                client.tokenEndpoint(),
                new Request.Body(
                    TokenRequest.CONTENT_TYPE, new String(form, StandardCharsets.UTF_8), true))
            .with("Accept", "application/json");
    return desk.ask(request).flatMap(this::judge);
  }

  private Map<String, String> parameters(URI user, Credential credential) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", client.grant().word());
    parameters.put("client_id", client.clientId());
    switch (client.grant()) {
      case CLIENT_CREDENTIALS -> parameters.put("client_secret", credential.password().reveal());
      case PASSWORD -> {
        parameters.put("username", credential.user().toString());
        parameters.put("password", credential.password().reveal());
        beside.ifPresent(own -> parameters.put("client_secret", own.secret().reveal()));
      }
    }
    client.scope().ifPresent(scope -> parameters.put("scope", scope));
    if (client.scope().isEmpty()) {
      parameters.put("resource", client.resource().orElseGet(() -> site(user)));
    }
    return parameters;
  }

  /** A token is good at one pool, so that each is asked for by the pool's own name. */
  private static String site(URI user) {
    return "https://" + Route.of(user).endpoint().host();
  }

  private Optional<BearerToken> judge(Answer answer) {
    String what = client.grant().word() + " grant";
    return switch (TokenAnswer.read(answer.response().body())) {
      case TokenAnswer.Issued(BearerToken token) when answer.response().status() == 200 -> {
        desk.accepted(answer, what, "token issued");
        yield Optional.of(token);
      }
      case TokenAnswer.Refused(TokenError why) -> refused(answer, what, why);
      case TokenAnswer.Issued _ -> desk.noToken(answer, what, "");
      case TokenAnswer.Unreadable _ -> desk.noToken(answer, what, "");
    };
  }

  private Optional<BearerToken> refused(Answer answer, String what, TokenError why) {
    Optional<MoreAsked> more = why.more();
    if (more.isPresent()) {
      desk.moreAsked(answer, what, why, more.get());
      return Optional.empty();
    }
    if (!why.rejects()) {
      return desk.noToken(answer, what, why.toString());
    }
    ProgramSecret program =
        new ProgramSecret(client.clientId(), client.grant(), beside.isPresent());
    if (!program.isBlamed(why)) {
      desk.rejected(answer, what, why, evidence(why));
    } else if (client.grant() == OAuthClient.Grant.CLIENT_CREDENTIALS) {
      desk.rejected(answer, what, why, program.evidence(why.cause()));
    } else if (beside.isPresent()) {
      beside.get().rejected().run();
      desk.rejectedForAnother(answer, what, why, program.evidence(why.cause()));
    } else {
      desk.rejectedWithoutVerdict(answer, what, why, program.evidence(why.cause()));
    }
    return Optional.empty();
  }

  /** What is said of a user in other words than those for one of the own directory. */
  private static Map<String, String> evidence(TokenError why) {
    return why.cause().filter(StatedCause.LOCKED::equals).isPresent()
        ? Map.of("remedy", UNLOCKS_ITSELF)
        : Map.of();
  }
}
