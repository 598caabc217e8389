package io.lyncwatch.agent.page;

import java.time.Instant;
import java.util.List;

/**
 * Everything that the status page says, as data; a template only lays it out.
 *
 * @param at when it was made
 * @param vantage where the agent stands, in the operator's words
 * @param state the worst of all SIP domains
 * @param title a few words that tell the state in a browser's tab
 * @param headline one line for the whole
 * @param agent what is wrong with the agent itself
 * @param domains the broken first, and by name
 * @param moreDomains how many there is no room for; they stand no worse than those shown
 * @param certificates the first to end first
 * @param moreCertificates how many there is no room for; they end later than those shown
 * @param unseen endpoints that present none, though they should
 * @param moreUnseen how many there is no room for
 * @param changes what is no longer as it was, the newest first; only the latest
 */
public record StatusPage(
    Instant at,
    String vantage,
    String version,
    State state,
    String title,
    String headline,
    List<FindingLine> agent,
    List<DomainStatus> domains,
    int moreDomains,
    List<CertificateLine> certificates,
    int moreCertificates,
    List<UnseenLine> unseen,
    int moreUnseen,
    List<ChangeLine> changes) {
  /** Copies the lists. */
  public StatusPage {
    agent = List.copyOf(agent);
    domains = List.copyOf(domains);
    certificates = List.copyOf(certificates);
    unseen = List.copyOf(unseen);
    changes = List.copyOf(changes);
  }

  /** When it was made. */
  public Moment moment() {
    return new Moment(at, at);
  }
}
