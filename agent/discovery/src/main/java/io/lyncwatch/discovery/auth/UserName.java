package io.lyncwatch.discovery.auth;

/**
 * Who signs in, in one of the two forms that Windows takes.
 *
 * @param domain the NetBIOS or DNS name of the Windows domain; empty for {@code user@domain}, which
 *     goes whole into {@code name}
 * @param name the user name as NTLM sends it
 */
public record UserName(String domain, String name) {
  private static final int MOST_CHARACTERS = 512;

  /**
   * @throws IllegalArgumentException with a message for people if it can be no user name
   */
  public UserName {
    String written = domain.isEmpty() ? name : domain + "\\" + name;
    boolean principal = name.indexOf('@') > 0 && !name.endsWith("@");
    if (name.isEmpty() || name.contains("\\") || domain.contains("\\")) {
      throw notAUserName(written, "");
    }
    if (domain.isEmpty() && !principal) {
      throw notAUserName(written, ", so that it is clear which domain knows the user");
    }
    if (!domain.equals(domain.strip())
        || !name.equals(name.strip())
        || written.chars().anyMatch(Character::isISOControl)) {
      throw notAUserName(written, ", without spaces around the parts or control characters");
    }
    if (written.length() > MOST_CHARACTERS) {
      throw notAUserName(written.substring(0, 40) + "...", ", at most 512 characters");
    }
  }

  /**
   * Reads {@code DOMAIN\name} or {@code user@domain}.
   *
   * @throws IllegalArgumentException with a message for people if it is neither
   */
  public static UserName parse(String written) {
    int backslash = written.indexOf('\\');
    if (backslash == 0) {
      throw notAUserName(written, "; the part before the backslash is missing");
    }
    return backslash < 0
        ? new UserName("", written)
        : new UserName(written.substring(0, backslash), written.substring(backslash + 1));
  }

  private static IllegalArgumentException notAUserName(String written, String detail) {
    String shown = written.replaceAll("\\p{Cntrl}", "?");
    return new IllegalArgumentException(
        "'" + shown + "' is not a user name: write DOMAIN\\user or user@domain" + detail);
  }

  /** As it is written in the configuration. */
  @Override
  public String toString() {
    return domain.isEmpty() ? name : domain + "\\" + name;
  }
}
