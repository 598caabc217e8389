package io.lyncwatch.discovery.auth;

/** What came of asking a realm for a ticket to a web service. */
public sealed interface KerberosAnswer {
  /**
   * A ticket and the proof that it is ours.
   *
   * @param base64 to be sent after {@code Negotiate} on the connection that it is bound to
   * @param service whom it is for
   * @param peer tells afterwards whether the service proved itself
   */
  record Token(String base64, ServicePrincipal service, KerberosPeer peer)
      implements KerberosAnswer {
    /** Without the ticket. */
    @Override
    public String toString() {
      return "Token[base64=***, service=" + service + "]";
    }
  }

  /**
   * None.
   *
   * @param why one clause for people, without a full stop
   */
  record Refused(Obstacle obstacle, String why) implements KerberosAnswer {}

  /** What kept a ticket from being had. */
  enum Obstacle {
    /** No server of the realm could be asked; nothing was sent. */
    UNREACHABLE,
    /** Sign-ins of other accounts took all the time; nothing was sent. */
    BUSY,
    /** Java could not be told how to ask, for reasons of this machine; nothing was sent. */
    NO_SETTINGS,
    /** A server of the realm took the question and gave no usable answer. */
    SILENT,
    /** The password or the key is not that of the account. */
    REJECTED,
    /** The realm does not know the account. */
    CLIENT_UNKNOWN,
    /** The account is locked, disabled or has ended. */
    CLIENT_BLOCKED,
    /** The password is right or was not looked at, and has to be changed first. */
    PASSWORD_EXPIRED,
    /** The clocks of the realm and of this machine are too far apart. */
    CLOCK_SKEW,
    /** The keytab holds no key of the account; nothing was sent. */
    KEYTAB_UNUSABLE,
    /** The account is fine, but the realm does not know the service. */
    SERVICE_UNKNOWN,
    /** The realm says something else against the account. */
    LOGIN_FAILED,
    /** The account is fine, but there is no ticket for another reason. */
    NO_TICKET
  }
}
