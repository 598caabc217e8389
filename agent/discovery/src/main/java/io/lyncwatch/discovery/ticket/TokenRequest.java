package io.lyncwatch.discovery.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The request for a bearer token (RFC 6749 4), to be sent by POST to the oauthtoken endpoint or to
 * another authority.
 */
public final class TokenRequest {
  /** The grant by user name and password, as a service names it among those that it takes. */
  public static final String GRANT = "password";

  /** The grant that needs Windows authentication on the request and nothing in it. */
  public static final String WINDOWS_GRANT = "urn:microsoft.rtc:windows";

  /** The value of the Content-Type header. */
  public static final String CONTENT_TYPE = "application/x-www-form-urlencoded;charset=utf-8";

  private TokenRequest() {}

  /** The form. */
  public static SecretBody password(String userName, String password) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", GRANT);
    parameters.put("username", userName);
    parameters.put("password", password);
    return form(parameters);
  }

  /** Any form, its parameters in that order. */
  public static SecretBody form(Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return new SecretBody(form.getBytes(UTF_8));
  }
}
