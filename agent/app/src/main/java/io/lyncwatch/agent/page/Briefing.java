package io.lyncwatch.agent.page;

import io.lyncwatch.agent.page.CheckStatus.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** A few words on what is wrong with a SIP domain, what its users feel before what causes it. */
final class Briefing {
  private static final int MOST_NAMES = 3;

  private Briefing() {}

  static String of(List<ViewStatus> views, List<FindingLine> causes) {
    List<String> failing = names(views, Kind.SIGN_IN, State.BROKEN);
    if (!failing.isEmpty()) {
      return "sign-in fails for " + list(failing);
    }
    List<String> closed = names(views, Kind.ENTRY, State.BROKEN);
    if (!closed.isEmpty()) {
      return "discovery fails at " + list(closed);
    }
    List<String> untold = names(views, Kind.SIGN_IN, State.UNKNOWN);
    if (!untold.isEmpty()) {
      return "whether " + list(untold) + " can sign in is not known";
    }
    return list(causes.stream().map(FindingLine::reason).distinct().toList());
  }

  private static List<String> names(List<ViewStatus> views, Kind kind, State state) {
    return views.stream()
        .flatMap(view -> view.checks().stream())
        .filter(check -> check.kind() == kind && check.state() == state)
        .map(CheckStatus::name)
        .distinct()
        .toList();
  }

  /** The first few of some names, as one says them. */
  static String list(List<String> names) {
    int more = names.size() - MOST_NAMES;
    if (more > 0) {
      return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
          + " and "
          + more
          + " more";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
