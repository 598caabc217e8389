package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.Deadline;
import java.time.Instant;

/**
 * Keeps an account from being locked by its monitor: a secret that was rejected is not sent again
 * until it has changed or the operator's back-off has passed, and of several who would try at once
 * only one does. Whoever sends a secret, by whatever method, asks first.
 *
 * <p>An account is its user name as it is written, without regard to case; {@code CONTOSO\probe1}
 * and {@code probe1@contoso.example} are two. Safe for many threads.
 */
public interface LockoutGuard {
  /**
   * Asks whether the secret may be sent now. Waits, until the deadline at most, while someone else
   * tries the same account. Never throws for what the guard's own storage does.
   */
  Permission ask(Credential credential, Deadline deadline);

  /**
   * A guard that permits nothing: where there is no account, nothing is sent that could be
   * rejected, and no place to remember it is needed.
   */
  static LockoutGuard withoutAccounts() {
    return (credential, deadline) -> new Permission.Unavailable("no account is configured");
  }

  /** What the guard says. */
  sealed interface Permission {
    /** The secret may be sent once. The attempt has to be closed. */
    record Granted(Attempt attempt) implements Permission {}

    /**
     * The secret must not be sent: it was rejected, or sent too often without any verdict.
     *
     * @param rejectedAt when it was rejected or last sent; if the guard's record is damaged, when
     *     that was last written
     * @param retryAt when it may be sent again if it does not change
     */
    record Held(Instant rejectedAt, Instant retryAt) implements Permission {}

    /** Someone else was trying this account until the deadline; the secret must not be sent. */
    record Busy() implements Permission {}

    /**
     * The guard cannot look into its records, so the secret must not be sent.
     *
     * @param why what, where, and what to do, for people
     */
    record Unavailable(String why) implements Permission {}
  }

  /**
   * One attempt. While it is open nobody else on this machine may try the account. Closed before
   * the secret was sent it leaves what is known as it was. Closed after that without a verdict (a
   * time-out, an answer that says nothing of the secret) it counts: the directory may have counted
   * a failure although its verdict never came.
   */
  interface Attempt extends AutoCloseable {
    /** The secret, or a proof of it, is about to be sent. */
    void sending();

    /**
     * No directory can have counted it as a failure: it did not leave this machine after all, or
     * what came back is no rejection.
     */
    void uncounted();

    /** The server rejected the secret. Once this returns, no one sends it again. */
    void rejected();

    /** The server accepted the secret: its rejection is forgotten. */
    void accepted();

    /** Lets others try. May be called more than once, and from any thread. */
    @Override
    void close();
  }
}
