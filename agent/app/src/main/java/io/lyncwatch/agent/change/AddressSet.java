package io.lyncwatch.agent.change;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses of one name, in no order, as name servers turn them round.
 *
 * <p>An answer that has nothing in common with the one before is a change at once, for nobody comes
 * to where people came before. One that still has some of the addresses may be that of a balancer
 * which hands out a few of many, so it is a change only if the next answer is not the former one
 * either. A balancer that hands out one at a time is found out by its addresses coming back: see
 * {@link Comings}.
 *
 * @param told the addresses, as of the last change
 * @param unlike whether the latest answer was another one, and not yet a change
 * @param comings of addresses
 */
record AddressSet(Set<String> told, boolean unlike, Comings comings) {
  static AddressSet begin(Set<String> answer, Instant at) {
    return new AddressSet(answer, false, Comings.NONE.at(at).with(answer));
  }

  /** After one more answer; what was told is another set if it is a change. */
  AddressSet after(Set<String> answer, Instant at) {
    Comings lately = comings.at(at);
    if (!differ(answer, lately)) {
      return new AddressSet(told, false, lately);
    }
    if (!unlike && !Collections.disjoint(told, answer)) {
      return new AddressSet(told, true, lately);
    }
    Set<String> come =
        answer.stream().filter(address -> !told.contains(address)).collect(Collectors.toSet());
    return new AddressSet(answer, false, lately.with(come));
  }

  /** What comes by turns makes no difference, unless nothing is left. */
  private boolean differ(Set<String> answer, Comings lately) {
    return told.isEmpty() != answer.isEmpty()
        || !steady(told, lately).equals(steady(answer, lately));
  }

  private static Set<String> steady(Set<String> addresses, Comings lately) {
    return addresses.stream().filter(lately::isNews).collect(Collectors.toSet());
  }
}
