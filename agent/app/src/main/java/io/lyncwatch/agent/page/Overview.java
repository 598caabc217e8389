package io.lyncwatch.agent.page;

import java.util.List;

/** Makes the status page of what is known: a pure function. */
final class Overview {
  /** As many SIP domains and certificates are told one by one. */
  static final int ROOM = 200;

  private Overview() {}

  static StatusPage of(Seen seen, String vantage, String version) {
    Needs needs = new Needs(seen);
    Certificates certificates = new Certificates(seen, needs);
    List<DomainStatus> domains = new Domains(seen, needs, certificates).all();
    List<CertificateLine> lines = certificates.lines();
    List<UnseenLine> unseen = certificates.unseen();
    Headline headline = new Headline(domains);
    return new StatusPage(
        seen.at(),
        vantage,
        version,
        State.worst(domains.stream().map(DomainStatus::state)),
        headline.title(),
        headline.line(),
        seen.connections().stream().flatMap(c -> FindingLine.onAgent(c).stream()).toList(),
        domains.stream().limit(ROOM).toList(),
        Math.max(0, domains.size() - ROOM),
        lines.stream().limit(ROOM).toList(),
        Math.max(0, lines.size() - ROOM),
        unseen.stream().limit(ROOM).toList(),
        Math.max(0, unseen.size() - ROOM),
        ChangeLines.of(seen));
  }
}
