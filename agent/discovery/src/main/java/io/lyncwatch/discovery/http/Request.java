package io.lyncwatch.discovery.http;

import com.fasterxml.jackson.annotation.JsonValue;
import io.lyncwatch.discovery.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One HTTP request to send.
 *
 * @param url absolute, scheme http or https
 * @param headers beside those that every request carries (Host, User-Agent, Content-Length)
 * @param sameConnection whether it makes sense only on the connection that the previous request to
 *     this server used; then no new one is opened for it
 * @param bytes if present, neither body is text: they are kept as a character per byte, and that of
 *     the answer may have that many
 * @param proxy the forward proxy that is given the request, if it does not go to the server itself
 */
public record Request(
    String method,
    URI url,
    List<Header> headers,
    Optional<Body> body,
    boolean sameConnection,
    OptionalInt bytes,
    Optional<Endpoint> proxy) {

  /** Copies the list. */
  public Request {
    headers = List.copyOf(headers);
  }

  /** One header line; the value of a secret one is never printed. */
  public record Header(String name, String value, boolean secret) {
    @JsonValue
    @Override
    public String toString() {
      return name + ": " + (secret ? "***" : value);
    }
  }

  /** What is sent with a request; the text of a secret one is never printed. */
  public record Body(String contentType, String text, boolean secret) {
    @JsonValue
    @Override
    public String toString() {
      return secret ? "***" : text;
    }
  }

  /** A GET. */
  public static Request get(URI url) {
    return new Request(
        "GET", url, List.of(), Optional.empty(), false, OptionalInt.empty(), Optional.empty());
  }

  /** A POST. */
  public static Request post(URI url, Body body) {
    return new Request(
        "POST", url, List.of(), Optional.of(body), false, OptionalInt.empty(), Optional.empty());
  }

  /** The same with one more header. */
  public Request with(String name, String value) {
    return with(new Header(name, value, false));
  }

  /** The same with one more header that carries a secret. */
  public Request withSecret(String name, String value) {
    return with(new Header(name, value, true));
  }

  /** The same, bound to the connection of the previous request. */
  public Request onSameConnection() {
    return new Request(method, url, headers, body, true, bytes, proxy);
  }

  /** The same, for an answer that is no text and has at most that many bytes. */
  Request forBytes(int most) {
    return new Request(method, url, headers, body, sameConnection, OptionalInt.of(most), proxy);
  }

  /** The same, given to a forward proxy. */
  Request through(Endpoint forward) {
    return new Request(method, url, headers, body, sameConnection, bytes, Optional.of(forward));
  }

  /** Where the connection for it leads. */
  Route route() {
    return proxy.map(forward -> new Route(false, forward)).orElseGet(() -> Route.of(url));
  }

  /** Whether any part of it must stay between us and the server. */
  public boolean carriesSecret() {
    return body.map(Body::secret).orElse(false) || headers.stream().anyMatch(Header::secret);
  }

  private Request with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new Request(method, url, more, body, sameConnection, bytes, proxy);
  }

  @Override
  public String toString() {
    return method + " " + url;
  }
}
