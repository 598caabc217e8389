package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.http.Exchange.Result;
import io.lyncwatch.discovery.revocation.AuthorityClient;
import io.lyncwatch.discovery.revocation.Obstacle;
import io.lyncwatch.discovery.revocation.Obstacle.Why;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Asks authorities as all else is asked: by the resolvers of the view, through its forward proxy if
 * there is one, plain http without redirects, each time on a connection of its own.
 *
 * <p>Whoever made a certificate says where to ask. What nobody trusts may only lead to port 80, so
 * that it does not send the agent to other services.
 */
final class AuthorityExchange implements AuthorityClient {
  private final Network network;
  private final boolean trusted;

  /**
   * @param trusted whether the certificates lead to a trusted root
   */
  AuthorityExchange(Network network, boolean trusted) {
    this.network = network;
    this.trusted = trusted;
  }

  @Override
  public boolean askable(String url) {
    try {
      Route route = Route.of(URI.create(url));
      return !route.secure() && (trusted || route.endpoint().port() == 80);
    } catch (IllegalArgumentException notHttp) {
      return false;
    }
  }

  @Override
  public Answer ask(Question question) {
    URI url = URI.create(question.url());
    Request request =
        question.ocsp().map(body -> ocsp(url, body)).orElseGet(() -> Request.get(url));
    return ask(
        request.forBytes(question.most()), Deadline.in(question.allowed(), network.ticker()));
  }

  /** The same for any request that has a body of bytes as its answer. */
  Answer ask(Request request, Deadline deadline) {
    Request routed = network.authorities().proxy().map(request::through).orElse(request);
    try (Connections connections = new Connections(network, new AddressBook(network))) {
      return switch (connections.exchange(routed, deadline).result()) {
        case Result.Answered(Response response) when response.status() == 200 ->
            new Answer.Content(response.body().getBytes(StandardCharsets.ISO_8859_1));
        case Result.Answered(Response response) ->
            nothing(request, Why.NO_ANSWER, "HTTP " + response.status());
        case Result.Failed(Failure failure) -> nothing(request, why(failure), detail(failure));
      };
    }
  }

  private static Request ocsp(URI url, byte[] body) {
    return Request.post(
        url,
        new Request.Body(
            "application/ocsp-request", new String(body, StandardCharsets.ISO_8859_1), false));
  }

  private Answer nothing(Request request, Why why, String detail) {
    String by =
        network.authorities().proxy().map(Endpoint::toString).map(at -> "through " + at).orElse("");
    String both = detail.isEmpty() || by.isEmpty() ? detail + by : detail + ", " + by;
    return new Answer.Nothing(new Obstacle(why, request.url().toString(), both));
  }

  private static Why why(Failure failure) {
    return switch (failure) {
      case Failure.NoAddress _ -> Why.UNRESOLVED;
      case Failure.NoConnection connection ->
          switch (connection.kind()) {
            case REFUSED -> Why.REFUSED;
            case TIMED_OUT -> Why.TIMED_OUT;
            case UNREACHABLE -> Why.UNREACHABLE;
          };
      case Failure.TimedOut _ -> Why.TIMED_OUT;
      case Failure.TooLong _ -> Why.TOO_LARGE;
      case Failure.Alerted _,
          Failure.Broken _,
          Failure.NoHandshake _,
          Failure.CertificateRefused _,
          Failure.ProtocolTooOld _,
          Failure.ConnectionNotKept _ ->
          Why.NO_ANSWER;
    };
  }

  private static String detail(Failure failure) {
    return switch (failure) {
      case Failure.NoConnection connection -> FailureFindings.text(connection.address());
      case Failure.TooLong tooLong -> tooLong.detail();
      case Failure.Alerted alerted -> alerted.detail();
      case Failure.Broken(String detail) -> detail;
      case Failure.NoAddress _,
          Failure.TimedOut _,
          Failure.NoHandshake _,
          Failure.CertificateRefused _,
          Failure.ProtocolTooOld _,
          Failure.ConnectionNotKept _ ->
          "";
    };
  }
}
