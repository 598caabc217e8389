package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.dns.DnsAnswer;
import io.lyncwatch.discovery.dns.Lookup;
import io.lyncwatch.discovery.http.Failure;
import io.lyncwatch.discovery.http.FailureFindings;
import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.tls.Handshake;
import io.lyncwatch.discovery.tls.Judgement;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What came back, in a few words for people. */
final class Words {
  private Words() {}

  /** Why there was no answer. */
  static String of(Failure failure) {
    return switch (failure) {
      case Failure.NoAddress(List<Lookup> lookups) ->
          lookups.stream().map(Words::of).collect(Collectors.joining("; "));
      case Failure.NoConnection none ->
          switch (none.kind()) {
                case REFUSED -> "connection refused at ";
                case TIMED_OUT -> "no connection in time to ";
                case UNREACHABLE -> "no way to ";
              }
              + FailureFindings.text(none.address());
      case Failure.NoHandshake(var address, Handshake.Failed handshake) ->
          "no TLS session: " + handshake.detail();
      case Failure.CertificateRefused(var address, Judgement judgement) ->
          "certificate not acceptable: " + of(judgement);
      case Failure.ProtocolTooOld(String version, String minimum) ->
          version + " is too old for a secret, nothing sent";
      case Failure.ConnectionNotKept() -> "the server had closed the connection, nothing sent";
      case Failure.TimedOut(var waited) -> "no answer in time";
      case Failure.TooLong tooLong -> "no usable answer: " + tooLong.detail();
      case Failure.Alerted alerted -> "no usable answer: " + alerted.detail();
      case Failure.Broken(String detail) -> "no usable answer: " + detail;
    };
  }

  /** What one resolver said of a name. */
  static String of(Lookup lookup) {
    return said(lookup.verdict(), lookup.addresses());
  }

  /** What one resolver said to one question. */
  static String of(DnsAnswer answer) {
    return said(answer, answer.addresses());
  }

  private static String said(DnsAnswer verdict, List<InetAddress> addresses) {
    String said =
        switch (verdict.status()) {
          case ADDRESSES ->
              addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
          case NO_DATA -> "no address";
          case NXDOMAIN -> "does not exist";
          case FAILURE -> "server failure";
          case TIMEOUT -> "no answer";
          case UNREACHABLE -> "not reachable";
          case MALFORMED -> "no usable answer";
        };
    return verdict.resolver().name() + ": " + said;
  }

  /** A status with the server that gave it. */
  static String of(Response response) {
    return response.status()
        + response.server().map(server -> " from " + server).orElse(", not from Lync");
  }

  /** A time for people to wait: {@code 23 h 12 min}, {@code 4 min}, {@code 12 s}. */
  static String longTime(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0 ? time.toMinutes() + " min" : Math.max(0, time.toSeconds()) + " s";
  }

  /** What is wrong with a certificate, empty if nothing is. */
  static String of(Judgement judgement) {
    String name = judgement.hostMatches() ? "" : "wrong name, ";
    String trust =
        judgement.trusted()
            ? ""
            : judgement.missing().isPresent() ? "chain incomplete, " : "not trusted, ";
    String valid = judgement.valid() ? "" : "expired or not yet valid, ";
    String all = name + trust + valid;
    return all.isEmpty() ? "" : all.substring(0, all.length() - 2);
  }
}
