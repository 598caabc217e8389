package io.lyncwatch.agent.page;

import io.lyncwatch.agent.page.DomainStatus.Findings;
import io.lyncwatch.agent.report.TargetState;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Severity;
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
    List<ViewStatus> views =
        Arrays.stream(View.values()).flatMap(view -> view(view, own, shared)).toList();
    Gathering findings = gather(own, shared);
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
            .flatMap(state -> state.lastRun().stream())
            .max(Instant::compareTo)
            .map(seen::moment));
  }

  private Stream<ViewStatus> view(View view, List<TargetState> own, List<TargetState> shared) {
    List<CheckStatus> here = new ArrayList<>();
    own.stream().filter(s -> s.target().view() == view).map(checks::of).forEach(here::add);
    checks
        .ofCertificates(shared.stream().filter(s -> s.target().view() == view).toList())
        .ifPresent(here::add);
    here.sort(ORDER);
    return here.isEmpty()
        ? Stream.empty()
        : Stream.of(new ViewStatus(view, State.worst(here.stream().map(CheckStatus::state)), here));
  }

  /** What certificate runs hold against an endpoint is a warning here, see {@link Checks}. */
  private static Gathering gather(List<TargetState> own, List<TargetState> shared) {
    Gathering findings = new Gathering();
    own.forEach(state ->
        state
            .latest()
            .ifPresent(report -> report.findings().forEach(f -> findings.add(report.target(), f))));
    shared.forEach(state ->
        state
            .latest()
            .ifPresent(report ->
                report
                    .findings()
                    .forEach(f -> findings.add(report.target(), f.atMost(Severity.WARNING)))));
    return findings;
  }
}
