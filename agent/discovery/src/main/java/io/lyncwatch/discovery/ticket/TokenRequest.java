package io.lyncwatch.discovery.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * The request for a bearer token by user name and password (RFC 6749 4.3), to be sent by POST to
 * the oauthtoken endpoint.
 */
public final class TokenRequest {
  /** The grant that this request is for, as a service names it among those that it takes. */
  public static final String GRANT = "password";

  /** The value of the Content-Type header. */
  public static final String CONTENT_TYPE = "application/x-www-form-urlencoded;charset=utf-8";

  private TokenRequest() {}

  /** The form. */
  public static SecretBody password(String userName, String password) {
    String form =
        "grant_type="
            + GRANT
            + "&username="
            + URLEncoder.encode(userName, UTF_8)
            + "&password="
            + URLEncoder.encode(password, UTF_8);
    return new SecretBody(form.getBytes(UTF_8));
  }
}
