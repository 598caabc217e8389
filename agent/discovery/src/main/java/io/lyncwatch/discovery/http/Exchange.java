package io.lyncwatch.discovery.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer, or why there is none.
 *
 * @param peer the other end, if a connection came about
 * @param phases how long each phase took; a phase that was not passed, or was passed by an earlier
 *     exchange on the same connection, is absent
 * @param endedAt when the answer was complete or the failure was known
 */
public record Exchange(
    Request request,
    Result result,
    Optional<Peer> peer,
    Map<Phase, Duration> phases,
    Instant endedAt) {

  /** Copies the map. */
  public Exchange {
    Map<Phase, Duration> copy = new EnumMap<>(Phase.class);
    copy.putAll(phases);
    phases = Collections.unmodifiableMap(copy);
  }

  /** What came of it. */
  public sealed interface Result {
    /** An answer. */
    record Answered(Response response) implements Result {}

    /** None. */
    record Failed(Failure failure) implements Result {}
  }

  /**
   * The other end of the connection.
   *
   * @param address where it really is, after any {@code connect-to} rule
   * @param tls of an https connection
   * @param fresh whether this exchange opened it
   */
  public record Peer(InetSocketAddress address, Optional<TlsSession> tls, boolean fresh) {}

  /** The answer, if there is one. */
  public Optional<Response> response() {
    return result instanceof Result.Answered(Response response)
        ? Optional.of(response)
        : Optional.empty();
  }

  /** Whether the answer came over https from a server whose certificate is good for its name. */
  public boolean verified() {
    return peer.flatMap(Peer::tls).isPresent();
  }

  /** The sum of the phases. */
  public Duration took() {
    return phases.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
