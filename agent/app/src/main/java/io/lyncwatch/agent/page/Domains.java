package io.lyncwatch.agent.page;

import io.lyncwatch.agent.page.CheckStatus.Kind;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Severity;
import io.lyncwatch.discovery.report.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how each SIP domain stands. */
final class Domains {
  private static final Comparator<CheckStatus> ORDER =
      Comparator.comparing(CheckStatus::kind)
          .thenComparing(CheckStatus::state)
          .thenComparing(CheckStatus::name);

  private final Seen seen;
  private final Needs needs;
  private final Checks checks;
  private final Certificates certificates;
  private final Map<String, List<TargetState>> targets;

  Domains(Seen seen, Needs needs, Certificates certificates) {
    this.seen = seen;
    this.needs = needs;
    this.checks = new Checks(seen);
    this.certificates = certificates;
    this.targets =
        seen.states().stream()
            .sorted(Comparator.comparing(state -> state.target().toString()))
            .collect(Collectors.groupingBy(state -> state.target().domain()));
  }

  /** All of them, the broken first, and by name. */
  List<DomainStatus> all() {
    return seen.domains().stream()
        .map(this::of)
        .sorted(Comparator.comparing(DomainStatus::state).thenComparing(DomainStatus::name))
        .toList();
  }

  private DomainStatus of(String domain) {
    List<TargetState> own = targets.getOrDefault(domain, List.of());
    List<TargetState> shared = needs.certificatesOf(domain);
    Gravity gravity = new Gravity(seen, checks, own);
    List<ViewStatus> views =
        Stream.concat(sides(own, shared, gravity), nodes(own, shared, gravity)).toList();
    Gathering findings = gather(Stream.concat(own.stream(), shared.stream()), gravity);
    List<FindingLine> causes = findings.causes();
    return new DomainStatus(
        domain,
        State.worst(views.stream().map(ViewStatus::state)),
        Briefing.of(views, causes),
        views,
        Findings.of(causes),
        Findings.of(findings.consequences()),
        Findings.of(findings.notes()),
        certificates.next(shared),
        own.stream()
            .flatMap(state -> Checks.lastRun(state).stream())
            .max(Instant::compareTo)
            .map(seen::moment));
  }

  private Stream<ViewStatus> sides(
      List<TargetState> own, List<TargetState> shared, Gravity gravity) {
    return Arrays.stream(View.values())
        .flatMap(view -> {
          List<CheckStatus> here = new ArrayList<>();
          in(view, own)
              .filter(state -> !isNode(state))
              .map(state -> check(state, gravity))
              .forEach(here::add);
          checks
              .ofCertificates(
                  in(view, shared).filter(state -> !needs.isNode(state.target())).toList())
              .ifPresent(here::add);
          return block(ViewStatus.title(view), here);
        });
  }

  private static Stream<TargetState> in(View view, List<TargetState> states) {
    return states.stream().filter(state -> state.target().view() == view);
  }

  /** By themselves, whatever views there are: no client in any of them asks a node directly. */
  private Stream<ViewStatus> nodes(
      List<TargetState> own, List<TargetState> shared, Gravity gravity) {
    List<CheckStatus> here = new ArrayList<>();
    own.stream().filter(this::isNode).map(state -> check(state, gravity)).forEach(here::add);
    checks
        .ofCertificates(shared.stream().filter(state -> needs.isNode(state.target())).toList())
        .ifPresent(here::add);
    return block(ViewStatus.BEHIND_PROXY, here);
  }

  private boolean isNode(TargetState state) {
    return seen.kind(state.target()) == Kind.NODE;
  }

  private CheckStatus check(TargetState state, Gravity gravity) {
    return checks.of(state, gravity.isGrave(state.target()));
  }

  private static Stream<ViewStatus> block(String title, List<CheckStatus> here) {
    return here.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new ViewStatus(
                title,
                State.worst(here.stream().map(CheckStatus::state)),
                here.stream().sorted(ORDER).toList()));
  }

  /** What does not keep people from signing in is a warning, see {@link Gravity}. */
  private Gathering gather(Stream<TargetState> states, Gravity gravity) {
    Gathering findings = new Gathering(seen);
    states
        .flatMap(state -> state.latest().stream())
        .forEach(report -> {
          TargetId target = report.target();
          Severity most = gravity.isGrave(target) ? Severity.ERROR : Severity.WARNING;
          report.findings().forEach(finding -> findings.add(target, finding.atMost(most)));
        });
    return findings;
  }
}
