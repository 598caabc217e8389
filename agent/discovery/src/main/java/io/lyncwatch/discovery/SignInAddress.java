package io.lyncwatch.discovery;

/**
 * What a user types to sign in.
 *
 * @param user the part before the last {@code @}
 * @param domain the part after it
 */
public record SignInAddress(String user, SipDomain domain) {
  /**
   * Reads {@code alice@contoso.example}, with or without the {@code sip:} prefix.
   *
   * @throws IllegalArgumentException with a message for people if it is no address
   */
  public static SignInAddress parse(String text) {
    String address = text.strip();
    if (address.regionMatches(true, 0, "sip:", 0, 4)) {
      address = address.substring(4);
    }
    int at = address.lastIndexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a sign-in address: expected user@domain");
    }
    String user = address.substring(0, at);
    if (user.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '"' || c == 127)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a sign-in address: the part before @ has a character that SIP forbids");
    }
    return new SignInAddress(user, new SipDomain(address.substring(at + 1)));
  }

  /** Whether the service takes both for one user: it does not look at case. */
  public boolean isSameAs(SignInAddress other) {
    return user.equalsIgnoreCase(other.user) && domain.equals(other.domain);
  }

  /** The SIP URI that claims carry, {@code sip:alice@contoso.example}. */
  public String sipUri() {
    return "sip:" + this;
  }

  @Override
  public String toString() {
    return user + "@" + domain;
  }
}
