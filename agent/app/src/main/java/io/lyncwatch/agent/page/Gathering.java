package io.lyncwatch.agent.page;

import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.finding.Role;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.TargetId;
import io.lyncwatch.discovery.text.Excerpt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Findings of many runs, each fact told once: a certificate that ends soon is met by the walk of
 * every account, and is one thing to mend.
 */
final class Gathering {
  private static final int LONGEST_TEXT = 600;
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_VALUES = 8;
  private static final Comparator<Heap> WORST_FIRST =
      Comparator.comparing(Heap::severity)
          .reversed()
          .thenComparing(heap -> heap.first.stage())
          .thenComparing(heap -> heap.first.reason())
          .thenComparing(heap -> heap.first.where());

  private final Seen seen;
  private final Map<List<Object>, Heap> heaps = new LinkedHashMap<>();

  Gathering(Seen seen) {
    this.seen = seen;
  }

  /** Takes one finding of one target's latest run. */
  void add(TargetId target, Finding finding) {
    List<Object> fact = List.of(finding.reason(), finding.role(), finding.cause(), finding.cure());
    heaps.computeIfAbsent(fact, f -> new Heap(finding)).add(words(target), finding);
  }

  /** What to mend. */
  List<FindingLine> causes() {
    return lines(heap -> heap.first.role() == Role.PRIMARY && heap.severity() != Severity.INFO);
  }

  /** What goes away with the causes. */
  List<FindingLine> consequences() {
    return lines(heap -> heap.first.role() == Role.CONSEQUENCE);
  }

  /** What is worth knowing. */
  List<FindingLine> notes() {
    return lines(heap -> heap.first.role() == Role.PRIMARY && heap.severity() == Severity.INFO);
  }

  private List<FindingLine> lines(Predicate<Heap> wanted) {
    return heaps.values().stream().filter(wanted).sorted(WORST_FIRST).map(Heap::line).toList();
  }

  private String words(TargetId target) {
    String name = target.name();
    return switch (seen.kind(target)) {
      case SIGN_IN -> "sign-in of " + name + side(target);
      case ENTRY -> "discovery by " + name + side(target);
      case POOL -> "pool " + name + side(target);
      case NODE -> "node " + name + ", " + ViewStatus.BEHIND_PROXY.toLowerCase(Locale.ROOT);
      case DNS -> "resolver " + name + side(target);
      case CERTIFICATE -> "certificate of " + name + side(target);
    };
  }

  private static String side(TargetId target) {
    return ", " + ViewStatus.side(target.view());
  }

  /** The first few of some texts from the wire, each fit to be shown. */
  static List<String> few(Collection<String> texts) {
    List<String> few = new ArrayList<>();
    texts.stream().limit(MOST_VALUES).forEach(text -> few.add(Excerpt.of(text, LONGEST_VALUE)));
    if (texts.size() > MOST_VALUES) {
      few.add("and " + (texts.size() - MOST_VALUES) + " more");
    }
    return few;
  }

  /** One fact, and everyone who met it. */
  private static final class Heap {
    private final Finding first;
    private final Set<String> where = new LinkedHashSet<>();
    private final Set<String> seenBy = new LinkedHashSet<>();
    private final Map<String, Set<String>> evidence = new LinkedHashMap<>();
    private Severity worst = Severity.INFO;

    Heap(Finding first) {
      this.first = first;
    }

    Severity severity() {
      return worst;
    }

    void add(String run, Finding finding) {
      worst = worst.compareTo(finding.severity()) > 0 ? worst : finding.severity();
      where.add(finding.where());
      seenBy.add(run);
      finding
          .evidence()
          .forEach(
              (key, value) -> evidence.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value));
    }

    FindingLine line() {
      return new FindingLine(
          first.reason().code(),
          worst,
          few(where),
          Excerpt.of(first.cause(), LONGEST_TEXT),
          Excerpt.of(first.cure(), LONGEST_TEXT),
          first.reason().users(),
          evidence.entrySet().stream()
              .map(e -> new FindingLine.Evidence(e.getKey(), String.join("; ", few(e.getValue()))))
              .toList(),
          few(seenBy));
    }
  }
}
