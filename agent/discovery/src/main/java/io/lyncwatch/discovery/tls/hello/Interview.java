package io.lyncwatch.discovery.tls.hello;

import io.lyncwatch.discovery.Deadline;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out by greetings what a server agrees to: the newest version, then the oldest, then each
 * weak kind of cipher suite, all weak ones at once until none is agreed to any more. So a server
 * that is in order is greeted six times, and none more than twelve times.
 */
public final class Interview {
  /** Enough for a server that answers at all. */
  private static final Duration PER_GREETING = Duration.ofSeconds(2);

  private static final Set<SuiteKind> WEAK =
      EnumSet.copyOf(Stream.of(SuiteKind.values()).filter(SuiteKind::isWeak).toList());

  private final Greeter greeter;
  private final Line line;
  private final Optional<String> serverName;
  private final Deadline deadline;
  private boolean cut;

  /** A way to the server. */
  @FunctionalInterface
  public interface Line {
    /** A new connection, empty if there is none to be had. */
    Optional<Socket> connect(Deadline deadline);
  }

  private Interview(Greeter greeter, Line line, Optional<String> serverName, Deadline deadline) {
    this.greeter = greeter;
    this.line = line;
    this.serverName = serverName;
    this.deadline = deadline;
  }

  /**
   * Asks all of it, in bounded time.
   *
   * @param serverName sent as SNI, if any
   * @return empty if the server agrees to nothing, or could not be asked to the end
   */
  public static Optional<Accepted> with(
      Greeter greeter, Line line, Optional<String> serverName, Deadline deadline) {
    Interview interview = new Interview(greeter, line, serverName, deadline);
    Optional<Accepted> accepted = interview.highest().map(interview::below);
    return interview.cut ? Optional.empty() : accepted;
  }

  private Accepted below(TlsVersion highest) {
    TlsVersion lowest = lowest(highest);
    return new Accepted(lowest, highest, weak(lowest, highest));
  }

  /** Most servers answer the first greeting with the newest version that they know. */
  private Optional<TlsVersion> highest() {
    return List.of(TlsVersion.values()).reversed().stream()
        .flatMap(newest -> agreed(newest).stream())
        .findFirst();
  }

  private TlsVersion lowest(TlsVersion highest) {
    return Stream.of(TlsVersion.values())
        .filter(
            version -> version == highest || agreed(version).filter(version::equals).isPresent())
        .findFirst()
        .orElse(highest);
  }

  private Optional<TlsVersion> agreed(TlsVersion newest) {
    return ask(Greeting.upTo(newest, serverName))
        .map(Answer.Agreed::version)
        .filter(version -> version.compareTo(newest) <= 0);
  }

  /** Asked for in the newest version that has them, and in the oldest: some live there only. */
  private Set<SuiteKind> weak(TlsVersion lowest, TlsVersion highest) {
    Set<SuiteKind> found = EnumSet.noneOf(SuiteKind.class);
    if (lowest != TlsVersion.TLS_1_3) {
      TlsVersion newest = highest == TlsVersion.TLS_1_3 ? TlsVersion.TLS_1_2 : highest;
      addWeak(newest, found);
      if (lowest != newest) {
        addWeak(lowest, found);
      }
    }
    return found;
  }

  private void addWeak(TlsVersion version, Set<SuiteKind> found) {
    Set<SuiteKind> left = EnumSet.copyOf(WEAK);
    left.removeAll(found);
    Optional<SuiteKind> next = weak(version, left);
    while (next.isPresent()) {
      found.add(next.get());
      left.remove(next.get());
      next = weak(version, left);
    }
  }

  private Optional<SuiteKind> weak(TlsVersion version, Set<SuiteKind> wanted) {
    return wanted.isEmpty()
        ? Optional.empty()
        : ask(Greeting.only(wanted, version, serverName))
            .flatMap(Answer.Agreed::suite)
            .map(CipherSuite::kind)
            .filter(wanted::contains);
  }

  /** A server that says nothing does not agree; one that cannot be reached has not been asked. */
  private Optional<Answer.Agreed> ask(Greeting greeting) {
    Optional<Socket> connected =
        cut || deadline.passed() ? Optional.empty() : line.connect(deadline);
    if (connected.isEmpty()) {
      cut = true;
      return Optional.empty();
    }
    Answer answer = greeter.greet(connected.get(), greeting, deadline.within(PER_GREETING));
    cut = deadline.passed();
    return answer instanceof Answer.Agreed agreed ? Optional.of(agreed) : Optional.empty();
  }
}
