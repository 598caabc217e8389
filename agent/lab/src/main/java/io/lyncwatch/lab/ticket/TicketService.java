package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.certificates.UserCertificates;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The Web Ticket Service of one site of a pool (MS-OCAUTHWS, section 3.2): everything below {@code
 * /WebTicket/}. A user proves who he is by NTLM or Kerberos at {@code WebTicketService.svc}, by
 * name and password at {@code WebTicketService.svc/Auth}, or by a certificate at {@code
 * WebTicketService.svc/cert}, and is given a ticket for the pool's services.
 */
public final class TicketService {
  private static final String PATH = "/WebTicket/WebTicketService.svc";

  private final String serverFqdn;
  private final String url;
  private final Accounts accounts;
  private final WindowsSignIn windows;
  private final CertificateSignIn certificates;
  private final TicketIssuer issuer;

  /**
   * A service on one server.
   *
   * @param webHost the web name of the site, in the metadata's locations and the tickets' audience
   * @param serverFqdn the server's own name, in {@code X-MS-Server-Fqdn} and the NTLM challenge
   * @param key the pool's
   * @param users read anew for each request
   * @param authentication of Windows accounts
   * @param certificates which of them are users'
   * @param random of challenges, ticket ids and entropy; used by many threads at once
   */
  public TicketService(
      String webHost,
      String serverFqdn,
      TicketKey key,
      Collection<User> users,
      WindowsAuthentication authentication,
      UserCertificates certificates,
      InstantSource clock,
      RandomGenerator random) {
    this.serverFqdn = serverFqdn;
    this.url = "https://" + webHost + PATH;
    this.accounts = new Accounts(users);
    this.windows = new WindowsSignIn(serverFqdn, accounts, authentication, clock, random);
    this.certificates = new CertificateSignIn(serverFqdn, accounts, certificates);
    this.issuer =
        new TicketIssuer(Audience.of(webHost), "https://" + serverFqdn + PATH, key, clock, random);
  }

  /** Answers any request; paths are compared without regard to case, as IIS does. */
  public Reply answer(Request request) {
    return route(request).with("X-MS-Server-Fqdn", serverFqdn);
  }

  private Reply route(Request request) {
    return switch (request.path().toLowerCase(Locale.ROOT)) {
      case "/webticket/webticketservice.svc" -> after(windows.attempt(request), request);
      case "/webticket/webticketservice.svc/auth" -> onlyFor("POST", request, this::passwordSignIn);
      case "/webticket/webticketservice.svc/cert" -> after(certificates.attempt(request), request);
      case "/webticket/webticketservice.svc/anon" ->
          onlyFor("POST", request, TicketService::withoutProof);
      case "/webticket/webticketservice.svc/mex" -> onlyFor("GET", request, this::metadata);
      default -> Pages.NOT_FOUND;
    };
  }

  private static Reply onlyFor(String method, Request request, Function<Request, Reply> answer) {
    return request.method().equals(method)
        ? answer.apply(request)
        : Pages.METHOD_NOT_ALLOWED.with("Allow", method);
  }

  private Reply metadata(Request request) {
    return Reply.of(200, Faults.XML, Metadata.document(url));
  }

  /** IIS asks who is there before the service sees the request, whatever the request is. */
  private Reply after(SignIn signIn, Request request) {
    return switch (signIn) {
      case SignIn.Refused(Reply reply) -> reply;
      case SignIn.Accepted accepted ->
          accepted.with(
              accepted.user().enabled()
                  ? onlyFor("POST", request, post -> issue(post, accepted.user()))
                  : Faults.notEnabledForWindows(serverFqdn));
    };
  }

  /** Guests prove to be invited to a meeting, and nobody has a meeting here. */
  private static Reply withoutProof(Request request) {
    return read(request, asked -> Faults.noValidToken());
  }

  private Reply issue(Request request, User user) {
    return read(request, asked -> issuer.issue(asked, user));
  }

  private Reply passwordSignIn(Request request) {
    return read(request, this::passwordSignIn);
  }

  private Reply passwordSignIn(TicketRequest asked) {
    Optional<User> user =
        asked
            .logon()
            .flatMap(logon ->
                accounts.named(logon.name()).filter(found -> logon.hasPassword(found.password())));
    return user.map(found -> passwordSignIn(asked, found)).orElseGet(Faults::noValidToken);
  }

  /** Of what bars an account only that it is disabled is told, and only with its right password. */
  private Reply passwordSignIn(TicketRequest asked, User user) {
    return switch (user.standing()) {
      case GOOD -> user.enabled() ? issuer.issue(asked, user) : Faults.notEnabled();
      case DISABLED -> Faults.accountDisabled();
      case LOCKED, PASSWORD_EXPIRED -> Faults.noValidToken();
    };
  }

  /** SOAP 1.1 over HTTP is always {@code text/xml} (its section 6). */
  private static Reply read(Request request, Function<TicketRequest, Reply> answer) {
    boolean soap =
        request.header("Content-Type").stream()
            .anyMatch(type -> type.regionMatches(true, 0, "text/xml", 0, "text/xml".length()));
    return soap
        ? TicketRequest.read(request.body()).map(answer).orElseGet(Faults::invalidRequest)
        : Pages.NOT_SOAP;
  }
}
