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
 * Finds out by greetings what a server agrees to: the newest version, then the older ones
 * downwards, then each weak kind of cipher suite, all weak ones at once until none is agreed to any
 * more. SSLv3 comes last of all: what guards against attacks may take its hello for one, and hear
 * no more from this caller. So a server that is in order is greeted six times, and none more than
 * thirteen times.
 */
public final class Interview {
  /** Enough for a server that answers at all. */
  private static final Duration PER_GREETING = Duration.ofSeconds(2);

  private static final Set<SuiteKind> WEAK =
      EnumSet.copyOf(Stream.of(SuiteKind.values()).filter(SuiteKind::isWeak).toList());

  private static final List<TlsVersion> NEWEST_FIRST = List.of(TlsVersion.values()).reversed();

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
    Set<SuiteKind> weak = weak(lowest, highest);
    if (highest == TlsVersion.SSL_3 || !agrees(TlsVersion.SSL_3)) {
      return new Accepted(lowest, highest, weak);
    }
    addWeak(TlsVersion.SSL_3, weak);
    return new Accepted(TlsVersion.SSL_3, highest, weak);
  }

  /** Most servers answer the first greeting with the newest version that they know. */
  private Optional<TlsVersion> highest() {
    for (TlsVersion newest : NEWEST_FIRST) {
      Optional<Answer> answer = answer(Greeting.upTo(newest, serverName));
      // a server is known to be there: if it says nothing, not even no, something is in the way
      cut |= answer.filter(Answer.Silence.class::isInstance).isPresent();
      Optional<TlsVersion> agreed = agreed(answer, newest);
      if (cut || agreed.isPresent()) {
        return agreed;
      }
    }
    return Optional.empty();
  }

  /** Of those that are asked for by then, which SSLv3 is not. */
  private TlsVersion lowest(TlsVersion highest) {
    TlsVersion lowest = highest;
    for (TlsVersion version : NEWEST_FIRST) {
      if (version.compareTo(highest) < 0 && version != TlsVersion.SSL_3 && agrees(version)) {
        lowest = version;
      }
    }
    return lowest;
  }

  private boolean agrees(TlsVersion version) {
    return agreed(answer(Greeting.upTo(version, serverName)), version)
        .filter(version::equals)
        .isPresent();
  }

  private static Optional<TlsVersion> agreed(Optional<Answer> answer, TlsVersion newest) {
    return agreement(answer)
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
        : agreement(answer(Greeting.only(wanted, version, serverName)))
            .flatMap(Answer.Agreed::suite)
            .map(CipherSuite::kind)
            .filter(wanted::contains);
  }

  /** Empty, and the interview cut, if the server cannot be asked. */
  private Optional<Answer> answer(Greeting greeting) {
    Optional<Socket> connected =
        cut || deadline.passed() ? Optional.empty() : line.connect(deadline);
    if (connected.isEmpty()) {
      cut = true;
      return Optional.empty();
    }
    Answer answer = greeter.greet(connected.get(), greeting, deadline.within(PER_GREETING));
    cut = deadline.passed();
    return Optional.of(answer);
  }

  /** A server that says nothing does not agree. */
  private static Optional<Answer.Agreed> agreement(Optional<Answer> answer) {
    return answer.filter(Answer.Agreed.class::isInstance).map(Answer.Agreed.class::cast);
  }
}
