package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.directory.Standing;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The token endpoint of one site of a pool, {@code /WebTicket/oauthtoken} (RFC 6749, section 3.2;
 * "Authentication in UCWA"): gives bearer tokens for name and password or after Windows
 * authentication. It has no meetings, so that nobody can prove to be invited to one.
 */
public final class TokenService {
  private static final Duration LIFETIME = Duration.ofHours(8);

  private final String serverFqdn;
  private final Audience audience;
  private final TicketKey key;
  private final Accounts accounts;
  private final WindowsSignIn windows;
  private final InstantSource clock;

  /**
   * A service on one server.
   *
   * @param webHost the web name of the site, which its tokens are for
   * @param serverFqdn the server's own name, in diagnostics and the NTLM challenge
   * @param key the pool's
   * @param users read anew for each request
   * @param authentication of Windows accounts
   * @param random of challenges; used by many threads at once
   */
  public TokenService(
      String webHost,
      String serverFqdn,
      TicketKey key,
      Collection<User> users,
      WindowsAuthentication authentication,
      InstantSource clock,
      RandomGenerator random) {
    this.serverFqdn = serverFqdn;
    this.audience = Audience.of(webHost);
    this.key = key;
    this.accounts = new Accounts(users);
    this.windows = new WindowsSignIn(serverFqdn, accounts, authentication, clock, random);
    this.clock = clock;
  }

  /** Answers any request for the endpoint. */
  public Reply answer(Request request) {
    return request.method().equals("POST")
        ? Form.read(request)
            .map(form -> grant(request, form))
            .orElseGet(() -> refusal("invalid_request"))
        : Pages.METHOD_NOT_ALLOWED.with("Allow", "POST");
  }

  private Reply grant(Request request, Form form) {
    if (form.parameter("scope").filter(scope -> !scope.equals("all")).isPresent()) {
      return refusal("invalid_scope");
    }
    return switch (form.parameter("grant_type").orElse("")) {
      case "" -> refusal("invalid_request");
      case "password" -> byPassword(form);
      case "urn:microsoft.rtc:windows" -> byWindows(request);
      case "urn:microsoft.rtc:anonmeeting" -> notVerified();
      default -> diagnosed("unsupported_grant_type", 28029, "Authentication type not allowed.");
    };
  }

  private Reply byPassword(Form form) {
    Optional<Logon> logon =
        form.parameter("username")
            .flatMap(name -> form.parameter("password").map(password -> new Logon(name, password)));
    return logon.map(this::byPassword).orElseGet(() -> refusal("invalid_request"));
  }

  private Reply byPassword(Logon logon) {
    return accounts
        .named(logon.name())
        .filter(user -> logon.hasPassword(user.password()))
        .filter(user -> user.standing() == Standing.GOOD)
        .map(this::issue)
        .orElseGet(this::notVerified);
  }

  private Reply byWindows(Request request) {
    return switch (windows.attempt(request)) {
      case SignIn.Refused(Reply reply) -> reply;
      case SignIn.Accepted accepted -> accepted.with(issue(accepted.user()));
    };
  }

  private Reply issue(User user) {
    if (!user.enabled()) {
      return diagnosed("invalid_grant", 28000, "User is not SIP enabled.");
    }
    Instant expires = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    AccessToken token = new AccessToken(audience.uri(), "sip:" + user.address(), expires);
    return json(
        200,
        "{\"access_token\":\"%s\",\"expires_in\":%d,\"ms_rtc_identityscope\":\"local\",\"token_type\":\"Bearer\"}"
            .formatted(token.sealed(key), Duration.between(clock.instant(), expires).toSeconds()));
  }

  private Reply notVerified() {
    return diagnosed("invalid_grant", 28020, "No valid security token.");
  }

  private Reply diagnosed(String error, int errorId, String reason) {
    return refusal(error)
        .with(
            "X-Ms-diagnostics",
            "%d;source=\"%s\";reason=\"%s\"".formatted(errorId, serverFqdn, reason));
  }

  private static Reply refusal(String error) {
    return json(400, "{\"error\":\"%s\"}".formatted(error));
  }

  /** Never to be kept by anybody on the way, RFC 6749, section 5.1. */
  private static Reply json(int status, String body) {
    return Reply.of(status, "application/json", body)
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
  }
}
