package io.lyncwatch.lab.directory;

/** What Active Directory thinks of an account, beside whether its password is right. */
public enum Standing {
  /** It may sign in. */
  GOOD,
  /** Too many wrong passwords. */
  LOCKED,
  /** Switched off by an administrator. */
  DISABLED,
  /** Its password has ended and must be changed. */
  PASSWORD_EXPIRED
}
