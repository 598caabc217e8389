package io.lyncwatch.agent.page;

import java.util.List;

/**
 * One certificate, wherever and by whomever it is used.
 *
 * @param subject distinguished name, may be empty
 * @param issuer distinguished name of who signed it, may be empty
 * @param serial hexadecimal
 * @param sha256 its fingerprint, hexadecimal
 * @param state {@link State#BROKEN} if a careful client would turn away at one of its endpoints
 * @param against the reasons why, empty if there are none
 * @param findings the same with cause and cure
 * @param endpoints that present it, with the sides from which they do
 * @param domains the SIP domains that need one of these endpoints
 * @param names that it should cover
 */
public record CertificateLine(
    String subject,
    String issuer,
    String serial,
    String sha256,
    State state,
    List<String> against,
    Findings findings,
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
