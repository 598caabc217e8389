package io.lyncwatch.agent.lab;

import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two faults of different kinds at once, in the order of the table. */
record FaultPair(KnownFault one, KnownFault other) {
  /** Every two of them, but for variants of one kind. */
  static List<FaultPair> of(List<KnownFault> faults) {
    List<FaultPair> pairs = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      for (KnownFault other : faults.subList(i + 1, faults.size())) {
        if (!faults.get(i).kind().equals(other.kind())) {
          pairs.add(new FaultPair(faults.get(i), other));
        }
      }
    }
    return pairs;
  }

  /** In what both can be wrong, if in anything. */
  Optional<TopologyKind> topology() {
    List<TopologyKind> special =
        both()
            .map(KnownFault::topology)
            .filter(t -> t != TopologyKind.DIRECTOR)
            .distinct()
            .toList();
    return special.size() > 1
        ? Optional.empty()
        : Optional.of(special.isEmpty() ? TopologyKind.DIRECTOR : special.getFirst());
  }

  /** Who notices the one as well as the other; the usual traveller notices nearly all. */
  Traveller traveller() {
    return both()
        .map(KnownFault::traveller)
        .filter(traveller -> traveller != Traveller.USUAL)
        .findFirst()
        .orElse(Traveller.USUAL);
  }

  /** In the order of the table; but a guest network lies over whatever else there is. */
  List<Fault> faults() {
    return both()
        .sorted(Comparator.comparing(fault -> fault.kind().equals("captive-portal")))
        .map(KnownFault::fault)
        .toList();
  }

  /** What may be named as a cause. */
  Set<String> reasons() {
    Set<String> reasons = new HashSet<>(one.reasons());
    reasons.addAll(other.reasons());
    return reasons;
  }

  Stream<KnownFault> both() {
    return Stream.of(one, other);
  }

  @Override
  public String toString() {
    return one + " + " + other;
  }
}
