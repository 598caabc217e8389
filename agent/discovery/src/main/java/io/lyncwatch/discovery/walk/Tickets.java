package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.auth.Credential;
import io.lyncwatch.discovery.auth.LockoutGuard.Permission;
import io.lyncwatch.discovery.auth.Secret;
import io.lyncwatch.discovery.auth.SecretSource.Reading;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.ticket.Ticket;
import io.lyncwatch.discovery.ticket.WebTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a walk gets its tickets: a new one by a sign-in, or one of an earlier walk if the account
 * says so. What is remarkable about an account while one is got is told here, too: that its
 * password is about to end, that clocks differ.
 */
final class Tickets {
  private final Journey journey;
  private final SignIn signIn;
  private final TicketStage fresh;

  Tickets(Journey journey, SignIn signIn, TicketStage fresh) {
    this.journey = journey;
    this.signIn = signIn;
    this.fresh = fresh;
  }

  /**
   * A ticket to show.
   *
   * @param reusedUntil of one that an earlier walk was given: when it is no longer to be shown
   */
  record Held(Ticket ticket, Optional<Instant> reusedUntil) {}

  /** One of an earlier walk, else a new one. */
  Optional<Held> obtain(StageNotes notes, Issuer issuer) {
    PasswordEnd.judge(signIn.passwordExpires(), now())
        .ifPresent(ends -> notes.find(Reason.AUTH_PASSWORD_EXPIRING, account(), ends.evidence()));
    Optional<Held> held =
        signIn
            .tickets()
            .flatMap(cache -> reused(notes, issuer, cache))
            .or(() -> renew(notes, issuer));
    journey.clockSkew().flatMap(ClockSkew::finding).ifPresent(notes::find);
    return held;
  }

  /** A new one, whatever there is. */
  Optional<Held> renew(StageNotes notes, Issuer issuer) {
    Optional<Secret> secret = secret();
    Optional<? extends Ticket> ticket = fresh.obtain(notes, issuer);
    Instant now = now();
    if (ticket.isPresent() && ticket.get() instanceof WebTicket web) {
      journey.ticketIssued(Route.of(issuer.user()).endpoint().host(), web, now);
    }
    ticket.ifPresent(issued -> keep(issuer, issued, secret, issued.usableUntil(now)));
    return ticket.map(issued -> new Held(issued, Optional.empty()));
  }

  private void keep(
      Issuer issuer, Ticket ticket, Optional<Secret> secret, Optional<Instant> until) {
    if (signIn.tickets().isPresent() && secret.isPresent() && until.isPresent()) {
      TicketCache.Kept kept = new TicketCache.Kept(ticket, secret.get(), until.get());
      signIn.tickets().get().keep(issuer.user(), kept);
    }
  }

  /** Shows a ticket no more that its own pool has refused. */
  void forget(Issuer issuer) {
    signIn.tickets().ifPresent(cache -> cache.forget(issuer.user()));
  }

  private Optional<Held> reused(StageNotes notes, Issuer issuer, TicketCache cache) {
    Optional<TicketCache.Kept> kept =
        secret()
            .filter(this::permitted)
            .flatMap(secret -> cache.find(issuer.user(), secret, now()));
    kept.ifPresent(ticket ->
        notes.step(
            "ticket for " + issuer.user(),
            "reused, valid until "
                + ticket.until().truncatedTo(ChronoUnit.SECONDS)
                + "; no sign-in was made",
            true,
            Duration.ZERO));
    return kept.map(ticket -> new Held(ticket.ticket(), Optional.of(ticket.until())));
  }

  /** While the guard holds the secret back no sign-in would work, and none is pretended. */
  private boolean permitted(Secret secret) {
    Permission permission =
        signIn.guard().ask(new Credential(signIn.userName(), secret), journey.stageDeadline());
    if (permission instanceof Permission.Granted(var attempt)) {
      attempt.close();
      return true;
    }
    return false;
  }

  private Optional<Secret> secret() {
    return signIn.tickets().isPresent()
            && signIn.secret().read() instanceof Reading.Available(Secret secret)
        ? Optional.of(secret)
        : Optional.empty();
  }

  /** Whose tickets they are, for people. */
  private String account() {
    return journey.address().map(SignInAddress::toString).orElse(signIn.userName().toString());
  }

  private Instant now() {
    return journey.network().clock().instant();
  }
}
