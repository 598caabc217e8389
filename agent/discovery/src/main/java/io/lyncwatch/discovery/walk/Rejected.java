package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.ticket.StatedCause;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of a rejection by what the server says of it. */
final class Rejected {
  /** After these a web server or an authority outside is not sent the secret again. */
  static final Set<Reason> REASONS =
      EnumSet.of(
          Reason.AUTH_REJECTED,
          Reason.AUTH_ACCOUNT_BLOCKED,
          Reason.AUTH_PASSWORD_EXPIRED,
          Reason.AUTH_CLIENT_UNKNOWN);

  private Rejected() {}

  static Reason reason(Optional<StatedCause> cause) {
    return cause
        .map(stated ->
            switch (stated) {
              case PASSWORD_EXPIRED, PROGRAM_EXPIRED -> Reason.AUTH_PASSWORD_EXPIRED;
              case LOCKED, DISABLED, ACCOUNT_EXPIRED, RESTRICTED -> Reason.AUTH_ACCOUNT_BLOCKED;
              case UNKNOWN -> Reason.AUTH_CLIENT_UNKNOWN;
              case WRONG, PROGRAM_WRONG -> Reason.AUTH_REJECTED;
            })
        .orElse(Reason.AUTH_REJECTED);
  }

  static Map<String, String> evidence(StatedCause cause) {
    return switch (cause) {
      case PASSWORD_EXPIRED, PROGRAM_EXPIRED, PROGRAM_WRONG -> Map.of();
      case UNKNOWN ->
          Map.of(
              "remedy",
              "Correct the user name of the account in the configuration: an authority outside"
                  + " knows users by their UPN (user@domain) only");
      case LOCKED ->
          blocked(
              "locked",
              "Unlock it in the directory (Unlock-ADAccount) and find out who locked it: the"
                  + " agent sends no secret twice after a rejection");
      case DISABLED -> blocked("disabled", "Enable it in the directory (Enable-ADAccount)");
      case ACCOUNT_EXPIRED ->
          blocked("expired", "Give it a later end in the directory (Set-ADAccountExpiration)");
      case RESTRICTED ->
          blocked(
              "not allowed to sign in now or from there",
              "Look at its logon hours and workstations in the directory");
      case WRONG -> Map.of("suspects", "It says that the user name or the password is wrong.");
    };
  }

  private static Map<String, String> blocked(String state, String remedy) {
    return Map.of("state", state, "remedy", remedy);
  }
}
