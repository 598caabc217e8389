package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.ticket.MoreAsked;

/** The words for what an authority wants beside a secret. */
final class Interaction {
  private static final String EXCLUDE =
      "Exclude the monitor's account from the policies of conditional access that ask for this,"
          + " where it signs in from";

  private Interaction() {}

  static String wanted(MoreAsked more) {
    return switch (more) {
      case SECOND_FACTOR -> "a second factor";
      case CONSENT -> "a consent, that the program may act for the account";
      case POLICY -> "a device, a place, an app or a role that its policies allow";
      case PERSON -> "somebody who answers its questions";
    };
  }

  /** Without a full stop. */
  static String remedy(MoreAsked more) {
    return switch (more) {
      case SECOND_FACTOR ->
          "Exclude the monitor's account from multi-factor authentication (per user, in security"
              + " defaults and in conditional access) where it signs in from";
      case CONSENT ->
          "Have an administrator consent to what the program asks for, once and for all users of"
              + " the tenant";
      case POLICY -> EXCLUDE + ", and assign it to the program if only who is assigned may use it";
      case PERSON -> EXCLUDE + ", and sign in once in a browser to see what is asked";
    };
  }
}
