package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.LockoutGuard.Attempt;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.auth.UserName;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.ticket.Ticket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the secret of an account out: only to a host that the trust rule lets have it, and only if
 * the guard does not hold it back.
 */
final class SecretGate {
  private final Journey journey;
  private final SignInAddress address;
  private final SignIn signIn;

  SecretGate(Journey journey, SignInAddress address, SignIn signIn) {
    this.journey = journey;
    this.address = address;
    this.signIn = signIn;
  }

  /** One way to sign in, once the secret may be sent. */
  interface Attempted {
    Optional<? extends Ticket> by(TicketDesk desk, Credential credential);
  }

  /** Only at a host that the trust rule lets have the secret, and only if the guard allows it. */
  Optional<? extends Ticket> pass(
      StageNotes notes, Issuer issuer, URI where, String asker, Attempted way) {
    if (!journey.maySendSecret(notes, where, asker, issuer.verified())) {
      return Optional.empty();
    }
    journey.sightings().met(where, MetEndpoint.Role.TICKET);
    return attempt(notes, way);
  }

  /** To a host that the operator has named, if the guard allows it. */
  Optional<? extends Ticket> attempt(StageNotes notes, Attempted way) {
    return secret(notes, signIn.secret())
        .map(secret -> new Credential(owner(), secret))
        .flatMap(credential -> attempt(notes, credential, way));
  }

  /**
   * The secret that a program has beside the user's, if the guard does not hold it back. Many users
   * may share a program, so that none keeps the others waiting while it signs in.
   */
  Optional<Beside> beside(StageNotes notes, OAuthClient client, SecretSource source) {
    return secret(notes, source)
        .map(secret -> new Credential(program(client), secret))
        .flatMap(credential ->
            granted(notes, credential, "The secret of the program " + client.clientId())
                .map(attempt -> {
                  attempt.close();
                  return new Beside(credential.password(), () -> rejected(notes, credential));
                }));
  }

  /** Others may use the secret meanwhile; that it could not be written down is no secret. */
  private void rejected(StageNotes notes, Credential credential) {
    switch (signIn.guard().ask(credential, journey.stageDeadline())) {
      case Permission.Granted(var attempt) -> {
        try (attempt) {
          attempt.rejected();
        }
      }
      case Permission.Held _ -> {
        // somebody else was told the same
      }
      case Permission.Busy() -> unwritten(notes, "others were busy with it for too long");
      case Permission.Unavailable(String why) -> unwritten(notes, why);
    }
  }

  private void unwritten(StageNotes notes, String why) {
    notes.find(
        Finding.of(
                Reason.GUARD_UNAVAILABLE,
                notes.stage(),
                address.toString(),
                Map.of(
                    "consequence",
                    "The rejection of a program's secret cannot be written down, so it may be sent"
                        + " again",
                    "detail",
                    why))
            .atMost(Severity.WARNING));
  }

  /** Whose secret it is: that of a program is the same in all accounts that name the program. */
  private UserName owner() {
    return signIn
        .means()
        .oauth()
        .filter(client -> signIn.means().byProgram())
        .map(SecretGate::program)
        .orElse(signIn.userName());
  }

  private static UserName program(OAuthClient client) {
    return new UserName("", client.clientId() + "@" + client.tokenEndpoint().getHost());
  }

  private Optional<? extends Ticket> attempt(
      StageNotes notes, Credential credential, Attempted way) {
    Optional<Attempt> granted = granted(notes, credential, "");
    if (granted.isEmpty()) {
      return Optional.empty();
    }
    try (Attempt attempt = granted.get()) {
      return way.by(new TicketDesk(journey, notes, attempt, address, suspects()), credential);
    }
  }

  /**
   * An attempt, which has to be closed; why there is none is written down.
   *
   * @param what is held back then, to begin a sentence; empty if it is the account's own
   */
  private Optional<Attempt> granted(StageNotes notes, Credential credential, String what) {
    return switch (signIn.guard().ask(credential, journey.stageDeadline())) {
      case Permission.Held(var rejectedAt, var retryAt) -> {
        Map<String, String> evidence = held(rejectedAt, retryAt);
        if (!what.isEmpty()) {
          evidence.put("secret", what);
        }
        notes.find(Reason.ACCOUNT_GUARDED, address.toString(), evidence);
        yield Optional.empty();
      }
      case Permission.Busy() -> {
        notes.find(
            Reason.ACCOUNT_BUSY,
            address.toString(),
            Map.of("account", what.isEmpty() ? address.toString() : lowerFirst(what)));
        yield Optional.empty();
      }
      case Permission.Unavailable(String why) -> {
        notes.find(Reason.GUARD_UNAVAILABLE, address.toString(), Map.of("detail", why));
        yield Optional.empty();
      }
      case Permission.Granted(var attempt) -> Optional.of(attempt);
    };
  }

  private static String lowerFirst(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Reads a secret of the account as it is now. */
  Optional<Secret> secret(StageNotes notes, SecretSource source) {
    return switch (source.read()) {
      case Reading.Available(var secret) -> Optional.of(secret);
      case Reading.Unreadable(String where, String why) -> {
        unreadable(notes, where, why);
        yield Optional.empty();
      }
    };
  }

  /** Writes down that something secret could not be read. */
  void unreadable(StageNotes notes, String source, String why) {
    notes.find(
        Reason.SECRET_UNREADABLE, address.toString(), Map.of("source", source, "detail", why));
  }

  private Map<String, String> held(Instant rejectedAt, Instant retryAt) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("rejected-at", rejectedAt.truncatedTo(ChronoUnit.SECONDS).toString());
    evidence.put("retry-at", retryAt.truncatedTo(ChronoUnit.SECONDS).toString());
    evidence.put("left", " for another " + Words.longTime(Duration.between(now(), retryAt)));
    return evidence;
  }

  private Suspects suspects() {
    return Suspects.of(signIn, address, LocalDate.ofInstant(now(), ZoneOffset.UTC));
  }

  private Instant now() {
    return journey.network().clock().instant();
  }
}
