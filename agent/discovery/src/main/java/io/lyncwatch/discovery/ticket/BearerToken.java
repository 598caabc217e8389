package io.lyncwatch.discovery.ticket;

/**
 * A bearer token of the oauthtoken endpoint (RFC 6750), from Lync 2013 on. Whoever holds it is the
 * user, so it shows as {@code ***}. It is good at the pool that issued it and nowhere else.
 */
public final class BearerToken implements Ticket {
  private final String token;

  BearerToken(String token) {
    this.token = token;
  }

  @Override
  public String header() {
    return "Authorization";
  }

  @Override
  public String headerValue() {
    return "Bearer " + token;
  }

  /** Three stars. */
  @Override
  public String toString() {
    return "***";
  }
}
