package io.lyncwatch.agent.page;

import java.util.List;

/**
 * One certificate, wherever and by whomever it is used.
 *
 * @param subject distinguished name, may be empty
 * @param state {@link State#BROKEN} if a careful client would turn away at one of its endpoints
 * @param against the reasons why, empty if there are none
 * @param endpoints that present it
 * @param domains the SIP domains that need one of these endpoints
 * @param names that it should cover
 */
public record CertificateLine(
    String subject,
    State state,
    List<String> against,
    Moment end,
    List<String> endpoints,
    List<String> domains,
    NamesLine names) {
  /** Copies the lists. */
  public CertificateLine {
    against = List.copyOf(against);
    endpoints = List.copyOf(endpoints);
    domains = List.copyOf(domains);
  }
}
