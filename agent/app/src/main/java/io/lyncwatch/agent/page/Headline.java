package io.lyncwatch.agent.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole in one line. */
final class Headline {
  private final List<DomainStatus> domains;

  Headline(List<DomainStatus> domains) {
    this.domains = domains;
  }

  /** For example {@code 1 of 3 SIP domains broken: tailspin.example (sign-in fails for bob).} */
  String line() {
    if (in(State.HEALTHY).size() == domains.size()) {
      return domains.size() == 1
          ? domains.getFirst().name() + " is healthy."
          : "All " + domains.size() + " SIP domains are healthy.";
    }
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      List<DomainStatus> these = in(state);
      if (state != State.HEALTHY && !these.isEmpty()) {
        String of = parts.isEmpty() ? " of " + domains.size() + " SIP domains " : " ";
        parts.add(these.size() + of + state.word() + names(these));
      }
    }
    return String.join("; ", parts) + ".";
  }

  /** For a browser's tab, where only the first few letters may show. */
  String title() {
    String counts =
        Stream.of(State.values())
            .filter(state -> state != State.HEALTHY && !in(state).isEmpty())
            .map(state -> in(state).size() + " " + state.word())
            .collect(Collectors.joining(", "));
    State worst = State.worst(domains.stream().map(DomainStatus::state));
    return worst.mark() + " " + (counts.isEmpty() ? "healthy" : counts) + " · Lyncwatch";
  }

  private List<DomainStatus> in(State state) {
    return domains.stream().filter(domain -> domain.state() == state).toList();
  }

  private String names(List<DomainStatus> these) {
    if (these.getFirst().state() == State.PENDING) {
      return "";
    }
    return ": "
        + Briefing.list(
            these.stream()
                .map(d -> d.brief().isEmpty() ? d.name() : d.name() + " (" + d.brief() + ")")
                .toList());
  }
}
