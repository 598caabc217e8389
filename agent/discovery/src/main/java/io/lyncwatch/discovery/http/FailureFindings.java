package io.lyncwatch.discovery.http;

import io.lyncwatch.discovery.AddressLiteral;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.dns.DnsFindings;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Reason;
import io.lyncwatch.discovery.finding.Stage;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.TlsFindings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names why an exchange brought no answer. */
public final class FailureFindings {
  private FailureFindings() {}

  /**
   * The findings for a failed exchange.
   *
   * @param now the instant for which certificates were judged
   */
  public static List<Finding> of(Failure failure, Stage stage, Request request, Instant now) {
    Endpoint endpoint = Route.of(request.url()).endpoint();
    return switch (failure) {
      case Failure.NoAddress(List<Lookup> lookups) ->
          lookups.stream().flatMap(lookup -> DnsFindings.of(stage, lookup).stream()).toList();
      case Failure.NoConnection failed -> List.of(of(failed, stage, endpoint));
      case Failure.NoHandshake(var address, Handshake.Failed handshake) ->
          List.of(TlsFindings.handshake(handshake, stage, endpoint).with("address", text(address)));
      case Failure.CertificateRefused(var address, var judgement) ->
          TlsFindings.of(judgement, now, stage, endpoint.toString()).stream()
              .map(finding -> finding.with("address", text(address)))
              .toList();
      case Failure.ProtocolTooOld(String version, String minimum) ->
          List.of(tooOld(version, minimum, stage, endpoint));
      case Failure.ConnectionNotKept() ->
          List.of(finding(Reason.AUTH_CONNECTION_NOT_KEPT, stage, endpoint, Map.of()));
      case Failure.TimedOut(Duration waited) ->
          List.of(
              finding(
                  Reason.HTTP_TIMEOUT,
                  stage,
                  endpoint,
                  Map.of("url", request.url().toString(), "waited", seconds(waited))));
      case Failure.TooLong tooLong -> List.of(broken(tooLong.detail(), stage, request));
      case Failure.Alerted alerted -> List.of(broken(alerted.detail(), stage, request));
      case Failure.Broken(String detail) -> List.of(broken(detail, stage, request));
    };
  }

  private static Finding broken(String detail, Stage stage, Request request) {
    return finding(
        Reason.HTTP_BROKEN,
        stage,
        Route.of(request.url()).endpoint(),
        Map.of("url", request.url().toString(), "detail", detail));
  }

  /** The finding for a TCP connection that did not come about. */
  public static Finding of(Failure.NoConnection failure, Stage stage, Endpoint endpoint) {
    Reason reason =
        switch (failure.kind()) {
          case REFUSED -> Reason.TCP_REFUSED;
          case TIMED_OUT -> Reason.TCP_TIMEOUT;
          case UNREACHABLE -> Reason.TCP_UNREACHABLE;
        };
    return finding(
        reason,
        stage,
        endpoint,
        Map.of(
            "address",
            text(failure.address()),
            "detail",
            failure.detail(),
            "waited",
            seconds(failure.waited())));
  }

  /** The finding for a protocol over which no secret may travel. */
  public static Finding tooOld(String version, String minimum, Stage stage, Endpoint endpoint) {
    return finding(
        Reason.TLS_PROTOCOL_TOO_OLD,
        stage,
        endpoint,
        Map.of("version", version, "minimum", minimum));
  }

  /** {@code 127.0.0.1:443}, without a name. */
  public static String text(InetSocketAddress address) {
    return new Endpoint(address.getAddress().getHostAddress(), address.getPort()).toString();
  }

  /** The same read back; empty if it is nothing of that kind. */
  public static Optional<InetSocketAddress> address(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 0 || !text.substring(colon + 1).matches("[0-9]{1,5}")
        ? Optional.empty()
        : AddressLiteral.parse(text.substring(0, colon).replaceAll("[\\[\\]]", ""))
            .map(host -> new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1))));
  }

  private static String seconds(Duration waited) {
    return String.format(Locale.ROOT, "%.1f s", waited.toMillis() / 1000.0);
  }

  private static Finding finding(
      Reason reason, Stage stage, Endpoint endpoint, Map<String, String> evidence) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("endpoint", endpoint.toString());
    evidence.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return Finding.of(reason, stage, endpoint.toString(), all);
  }
}
