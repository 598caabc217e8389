package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.HostNames;
import io.lyncwatch.discovery.SipDomain;
import java.util.Set;

/**
 * Which hosts an answer may lead to, and which may be given a secret.
 *
 * <p>A phone follows whatever came over verified https; over http only into the SIP domain or its
 * list of trusted domains, else it asks its user ("Security check" of the UCWA documentation). A
 * monitor has nobody to ask, and is stricter where a secret is at stake.
 *
 * @param domain the SIP domain of the account
 * @param trusted further domains that the operator trusts, in canonical form
 */
public record TrustRule(SipDomain domain, Set<String> trusted) {
  /** Copies the set. */
  public TrustRule {
    trusted = Set.copyOf(trusted);
  }

  /**
   * Whether a URL on {@code host} may be asked without a secret.
   *
   * @param verified whether the answer that named it, and every one before, came over verified
   *     https
   */
  boolean mayFollow(String host, boolean verified) {
    return verified || isOurs(host);
  }

  /**
   * Whether a password, a proof of it or a ticket may be sent to {@code host}, over verified https.
   *
   * @param asker the host whose 401 or metadata asks for it
   * @param verified whether every answer that led there came over verified https
   */
  boolean maySendSecret(String host, String asker, boolean verified) {
    return isOurs(host) || (verified && host.equals(asker));
  }

  /** Whether a host is in the SIP domain or in one that the operator trusts. */
  boolean isOurs(String host) {
    return domain.contains(host)
        || trusted.stream().anyMatch(other -> HostNames.isWithin(host, other));
  }
}
