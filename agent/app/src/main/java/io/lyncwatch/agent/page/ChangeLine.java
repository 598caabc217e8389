package io.lyncwatch.agent.page;

import java.util.List;

/**
 * One change, at however many places it was seen.
 *
 * @param at when it was seen last
 * @param what has changed, for example {@code home pool}
 * @param where of which endpoints, accounts, names or entry points
 * @param before how it was
 * @param after how it is
 * @param remarks what stands out between the two, a phrase each
 */
public record ChangeLine(
    Moment at, String what, List<String> where, String before, String after, List<String> remarks) {
  /** Copies the lists. */
  public ChangeLine {
    where = List.copyOf(where);
    remarks = List.copyOf(remarks);
  }
}
