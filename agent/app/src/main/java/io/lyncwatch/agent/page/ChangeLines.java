package io.lyncwatch.agent.page;

import io.lyncwatch.agent.change.RecentChanges.Recent;
import io.lyncwatch.discovery.report.Change;
import io.lyncwatch.discovery.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The latest changes, each told once: a certificate of many SIP domains is replaced at an endpoint
 * of each.
 */
final class ChangeLines {
  private static final int ROOM = 12;
  private static final int LONGEST = 400;

  private ChangeLines() {}

  /** The newest first. */
  static List<ChangeLine> of(Seen seen) {
    Map<List<Object>, List<Recent>> alike = new LinkedHashMap<>();
    for (Recent recent : seen.changes()) {
      Change change = recent.change();
      List<Object> same = List.of(change.kind(), change.before(), change.after(), change.remarks());
      alike.computeIfAbsent(same, key -> new ArrayList<>()).add(recent);
    }
    return alike.values().stream().limit(ROOM).map(all -> line(seen, all)).toList();
  }

  private static ChangeLine line(Seen seen, List<Recent> newestFirst) {
    Set<String> where = new TreeSet<>();
    newestFirst.forEach(recent -> where.add(where(recent)));
    Change change = newestFirst.getFirst().change();
    return new ChangeLine(
        seen.moment(newestFirst.getFirst().at()),
        change.kind().words(),
        Gathering.few(where),
        Excerpt.of(change.before(), LONGEST),
        Excerpt.of(change.after(), LONGEST),
        change.remarks().stream().map(remark -> Excerpt.of(remark, LONGEST)).toList());
  }

  private static String where(Recent recent) {
    String domain = recent.target().domain();
    return switch (recent.change().kind()) {
      case CERTIFICATE, ADDRESSES -> recent.change().where();
      case HOME_POOL, NODES -> recent.change().where() + " of " + domain;
    };
  }
}
