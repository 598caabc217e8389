package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.auth.KerberosAnswer;
import io.lyncwatch.discovery.auth.KerberosSettings;
import io.lyncwatch.discovery.auth.KerberosSignOn;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.http.Request;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.Diagnostics;
import io.lyncwatch.discovery.ticket.SecretBody;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Signs in with Kerberos over HTTP (RFC 4559): a request without proof, whose 401 has to offer
 * Negotiate; a ticket of the account's realm, which is where the secret is judged; and on the same
 * connection the request with the ticket, whose answer proves the service.
 */
final class KerberosSignIn implements HttpSignIn {
  private static final String SCHEME = "Negotiate";
  private static final String WHAT = "Kerberos ticket";

  private final Journey journey;
  private final StageNotes notes;
  private final TicketDesk desk;
  private final KerberosSettings settings;
  private final KerberosSignOn signOn;

  KerberosSignIn(
      Journey journey,
      StageNotes notes,
      TicketDesk desk,
      KerberosSettings settings,
      KerberosSignOn signOn) {
    this.journey = journey;
    this.notes = notes;
    this.desk = desk;
    this.settings = settings;
    this.signOn = signOn;
  }

  Optional<WebTicket> signIn(URI port, SecretBody body) {
    return signIn(TicketDesk.request(port, body), desk::judge);
  }

  @Override
  public <T> Optional<T> signIn(Request request, BiFunction<Answer, String, Optional<T>> judge) {
    return desk.offers(request, SCHEME)
        .flatMap(this::ticket)
        .flatMap(ticket -> present(request, ticket, judge));
  }

  private Optional<KerberosAnswer.Token> ticket(Answer unauthorized) {
    String host = Route.of(unauthorized.url()).endpoint().host();
    long start = journey.network().ticker().nanos();
    if (!signOn.signedOn()) {
      desk.attempt().sending();
    }
    KerberosAnswer answer = signOn.token(host, unauthorized.certificate(), journey.stageDeadline());
    Duration took = Duration.ofNanos(journey.network().ticker().nanos() - start);
    String asked = "Kerberos ticket for " + settings.service(host) + " as " + signOn.principal();
    return switch (answer) {
      case KerberosAnswer.Token token -> {
        desk.known();
        notes.step(asked, "issued by " + settings.realm().name(), true, took);
        yield Optional.of(token);
      }
      case KerberosAnswer.Refused refused -> {
        judge(refused.obstacle());
        notes.step(asked, refused.why(), false, took);
        notes.find(reason(refused.obstacle()), settings.realm().name(), evidence(refused, host));
        yield Optional.empty();
      }
    };
  }

  /**
   * Whether the realm can have counted it against the account: it says what it has against an
   * account before it looks at a proof, except where that is wrong.
   */
  private void judge(KerberosAnswer.Obstacle obstacle) {
    switch (obstacle) {
      case REJECTED -> desk.attempt().rejected();
      case UNREACHABLE,
          CLIENT_UNKNOWN,
          CLIENT_BLOCKED,
          PASSWORD_EXPIRED,
          CLOCK_SKEW,
          BUSY,
          NO_SETTINGS,
          KEYTAB_UNUSABLE ->
          desk.attempt().uncounted();
      case SERVICE_UNKNOWN, NO_TICKET -> desk.known();
      case SILENT, LOGIN_FAILED -> {
        // no verdict: the guard counts those
      }
    }
  }

  private static Reason reason(KerberosAnswer.Obstacle obstacle) {
    return switch (obstacle) {
      case UNREACHABLE -> Reason.AUTH_KDC_UNREACHABLE;
      case REJECTED -> Reason.AUTH_REJECTED;
      case CLIENT_UNKNOWN -> Reason.AUTH_CLIENT_UNKNOWN;
      case CLIENT_BLOCKED -> Reason.AUTH_ACCOUNT_BLOCKED;
      case PASSWORD_EXPIRED -> Reason.AUTH_PASSWORD_EXPIRED;
      case CLOCK_SKEW -> Reason.AUTH_CLOCK_SKEW;
      case KEYTAB_UNUSABLE -> Reason.AUTH_KEYTAB_UNUSABLE;
      case SERVICE_UNKNOWN -> Reason.AUTH_SERVICE_UNKNOWN;
      case BUSY, NO_SETTINGS -> Reason.AUTH_KERBEROS_NOT_TRIED;
      case SILENT, LOGIN_FAILED, NO_TICKET -> Reason.AUTH_KERBEROS_FAILED;
    };
  }

  /** What to do where that is not the same for all with the reason. */
  private static Optional<String> remedy(KerberosAnswer.Obstacle obstacle) {
    return switch (obstacle) {
      case BUSY ->
          Optional.of(
              "Lengthen the interval of the sign-in probe, or share the accounts out among several"
                  + " agents: they sign in with Kerberos one after the other, and one whose realm"
                  + " is slow holds up the others");
      case NO_SETTINGS ->
          Optional.of(
              "Let the user that the agent runs as write into its temporary directory"
                  + " (java.io.tmpdir), and see that the disk is not full");
      default -> Optional.empty();
    };
  }

  private Map<String, String> evidence(KerberosAnswer.Refused refused, String host) {
    String realm = settings.realm().name();
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("realm", realm);
    evidence.put("endpoint", "The Kerberos realm " + realm);
    evidence.put("principal", signOn.principal());
    evidence.put("service", settings.service(host).toString());
    evidence.put("detail", refused.why());
    evidence.put("diagnostics", " (" + refused.why() + ")");
    evidence.put("again", "It is asked again at every run: the realm judges no secret here.");
    if (!settings.realm().kdcs().isEmpty()) {
      evidence.put("kdcs", " (" + String.join(", ", settings.realm().kdcs()) + ")");
    }
    settings.keytab().ifPresent(file -> evidence.putAll(ofKeytab(file, refused.obstacle())));
    remedy(refused.obstacle()).ifPresent(words -> evidence.put("remedy", words));
    return evidence;
  }

  /** What is said of keys in place of what is said of passwords. */
  private static Map<String, String> ofKeytab(Path file, KerberosAnswer.Obstacle obstacle) {
    return obstacle == KerberosAnswer.Obstacle.REJECTED
        ? Map.of(
            "keytab",
            file.toString(),
            "rejected",
            "the keys in " + file,
            "suspects",
            "What it may be, the likeliest first: a keytab from before the password of the account"
                + " was last set; keys that were derived with another salt.",
            "remedy",
            "Write the keytab anew (ktpass, or ktutil with the password that holds now) and put it"
                + " in place")
        : Map.of("keytab", file.toString());
  }

  /** The secret was judged before, and is not in it. */
  private <T> Optional<T> present(
      Request request, KerberosAnswer.Token ticket, BiFunction<Answer, String, Optional<T>> judge) {
    return desk.askWithoutProof(
            request.withSecret("Authorization", SCHEME + " " + ticket.base64()).onSameConnection())
        .flatMap(answer -> judge(answer, ticket, judge));
  }

  private <T> Optional<T> judge(
      Answer answer, KerberosAnswer.Token ticket, BiFunction<Answer, String, Optional<T>> judge) {
    if (answer.response().status() == 401) {
      desk.step(answer, WHAT, Words.of(answer.response()), false);
      desk.find(
          Reason.AUTH_KERBEROS_REFUSED,
          answer,
          withDiagnostics(answer, Map.of("service", ticket.service().toString())));
      return Optional.empty();
    }
    if (answer.response().status() == 200 && !proven(answer, ticket)) {
      return Optional.empty();
    }
    return judge.apply(answer, WHAT);
  }

  private static Map<String, String> withDiagnostics(Answer answer, Map<String, String> more) {
    Map<String, String> evidence = new LinkedHashMap<>(more);
    answer
        .response()
        .header("X-Ms-diagnostics")
        .flatMap(Diagnostics::parse)
        .ifPresent(said -> evidence.put("diagnostics", " (" + said + ")"));
    return evidence;
  }

  /**
   * A service that sends no proof may still be the right one behind a proxy that keeps it; one that
   * sends a wrong proof is not.
   */
  private boolean proven(Answer answer, KerberosAnswer.Token ticket) {
    String proof = Challenges.token(answer.response(), SCHEME);
    Optional<String> flaw = ticket.peer().flaw(proof);
    flaw.ifPresent(why -> {
      desk.step(answer, "proof of the service", why, false);
      notes.find(
          Finding.of(
                  Reason.AUTH_SERVER_UNPROVEN,
                  notes.stage(),
                  answer.url().toString(),
                  Map.of(
                      "endpoint",
                      answer.url().toString(),
                      "service",
                      ticket.service().toString(),
                      "detail",
                      why))
              .atMost(proof.isEmpty() ? Severity.WARNING : Severity.ERROR));
    });
    return flaw.isEmpty() || proof.isEmpty();
  }
}
