package io.lyncwatch.discovery.tls.hello;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a server agrees to.
 *
 * @param lowest the oldest version
 * @param highest the newest version
 * @param weak the weak kinds of cipher suites, in any of its versions
 */
public record Accepted(TlsVersion lowest, TlsVersion highest, Set<SuiteKind> weak) {
  /** Copies the set, which keeps the order of its kinds. */
  public Accepted {
    Set<SuiteKind> copy = EnumSet.noneOf(SuiteKind.class);
    copy.addAll(weak);
    weak = Collections.unmodifiableSet(copy);
  }

  /** All that auditors complain of, a phrase for people for each; empty if nothing is weak. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    if (lowest.isOld()) {
      complaints.add(lowest.label());
    }
    weak.forEach(kind -> complaints.add(kind.words()));
    return List.copyOf(complaints);
  }

  /** Whether it lets clients do what nobody should any more, beside what is merely old. */
  public boolean brokenAllowed() {
    return lowest == TlsVersion.SSL_3 || weak.stream().anyMatch(SuiteKind::isBroken);
  }

  /** The weak kinds in metrics. */
  public String weakLabel() {
    return weak.isEmpty()
        ? "none"
        : weak.stream().map(SuiteKind::label).collect(Collectors.joining(","));
  }

  /** One phrase for people. */
  public String words() {
    String versions =
        lowest == highest ? lowest.label() : lowest.label() + " to " + highest.label();
    return versions
        + (weak.isEmpty()
            ? ", no weak cipher"
            : weak.stream().map(SuiteKind::words).collect(Collectors.joining(", ", ", ", "")));
  }
}
