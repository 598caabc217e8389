package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The authority of hybrid modern authentication: an OAuth 2.0 server (RFC 6749) that issues tokens
 * for the web sites of a deployment, to a program that proves itself and to users of it.
 */
public final class LoginAuthority {
  /** Below it stand the endpoints. */
  public static final String TENANT = "/common";

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final TicketKey key;
  private final Program program;
  private final Set<String> resources;
  private final Accounts accounts;
  private final InstantSource clock;

  /**
   * A program that is registered.
   *
   * @param actsFor whom its own tokens are for
   */
  public record Program(String id, String secret, User actsFor) {
    /** Without the secret. */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * An authority.
   *
   * @param key its own; those who take its tokens know it
   * @param resources the hosts for which it issues tokens, in lower case
   * @param users read anew for each request
   */
  public LoginAuthority(
      TicketKey key,
      Program program,
      Set<String> resources,
      Collection<User> users,
      InstantSource clock) {
    this.key = key;
    this.program = program;
    this.resources = Set.copyOf(resources);
    this.accounts = new Accounts(users);
    this.clock = clock;
  }

  /** Answers any request. */
  public Reply answer(Request request) {
    return switch (request.path().toLowerCase(Locale.ROOT)) {
      case TENANT + "/oauth2/token" ->
          request.method().equals("POST")
              ? Form.read(request).map(this::grant).orElseGet(() -> refusal(400, "invalid_request"))
              : Pages.METHOD_NOT_ALLOWED.with("Allow", "POST");
      case TENANT + "/oauth2/authorize" ->
          Reply.of(200, "text/html", "<!DOCTYPE html><title>Sign in to your account</title>");
      default -> Pages.NOT_FOUND;
    };
  }

  private Reply grant(Form form) {
    if (form.parameter("client_id").filter(program.id()::equals).isEmpty()) {
      return refusal(401, "invalid_client");
    }
    return switch (form.parameter("grant_type").orElse("")) {
      case "" -> refusal(400, "invalid_request");
      case "password" -> toUser(form);
      case "client_credentials" -> toProgram(form);
      default -> refusal(400, "unsupported_grant_type");
    };
  }

  private Reply toProgram(Form form) {
    return form.parameter("client_secret").filter(this::isSecret).isPresent()
        ? issue(form, program.actsFor())
        : refusal(401, "invalid_client");
  }

  /** A program that says its secret where it need not must not say a wrong one. */
  private Reply toUser(Form form) {
    if (!form.parameter("client_secret").stream().allMatch(this::isSecret)) {
      return refusal(401, "invalid_client");
    }
    String password = form.parameter("password").orElse("");
    return form.parameter("username")
        .flatMap(name ->
            accounts
                .named(name)
                .filter(user -> new Logon(name, password).hasPassword(user.password())))
        .map(user -> issue(form, user))
        .orElseGet(() -> refusal(400, "invalid_grant"));
  }

  private boolean isSecret(String text) {
    return new Logon(program.id(), text).hasPassword(program.secret());
  }

  private Reply issue(Form form, User user) {
    Optional<Audience> audience =
        form.parameter("resource")
            .flatMap(Audience::ofUrl)
            .filter(site -> resources.stream().map(Audience::of).anyMatch(site::equals));
    if (audience.isEmpty()) {
      return refusal(400, "invalid_target");
    }
    Instant expires = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    AccessToken claims = new AccessToken(audience.get().uri(), "sip:" + user.address(), expires);
    return json(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":%d,\"access_token\":\"%s\"}"
            .formatted(
                Duration.between(clock.instant(), expires).toSeconds(),
                LoginToken.sealed(claims, key)));
  }

  private static Reply refusal(int status, String error) {
    return json(status, "{\"error\":\"%s\"}".formatted(error));
  }

  private static Reply json(int status, String body) {
    return Reply.of(status, "application/json; charset=utf-8", body)
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
  }
}
