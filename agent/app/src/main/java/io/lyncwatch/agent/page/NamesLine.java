package io.lyncwatch.agent.page;

import io.lyncwatch.agent.coverage.SigningRequest;
import java.util.List;
import java.util.Optional;

/**
 * Which names one certificate should cover.
 *
 * @param asked those that clients ask for, sorted
 * @param moreAsked how many there is no room for
 * @param missing which of them it lacks
 * @param documented what the documentation wants it to cover beside, and it lacks
 * @param request what to ask an authority for in its place; empty if none is missing
 */
public record NamesLine(
    List<Name> asked,
    int moreAsked,
    List<String> missing,
    List<String> documented,
    Optional<SigningRequest> request) {
  /** Nothing is known to ask for it. */
  static final NamesLine NONE = new NamesLine(List.of(), 0, List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public NamesLine {
    asked = List.copyOf(asked);
    missing = List.copyOf(missing);
    documented = List.copyOf(documented);
  }

  /**
   * One name that clients ask for.
   *
   * @param ports where they do, each an endpoint; empty if only at the port of https
   */
  public record Name(String name, boolean covered, List<String> ports) {
    /** Copies the list. */
    public Name {
      ports = List.copyOf(ports);
    }
  }
}
