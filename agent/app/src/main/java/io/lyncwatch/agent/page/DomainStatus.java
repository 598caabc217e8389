package io.lyncwatch.agent.page;

import java.util.List;
import java.util.Optional;

/**
 * One SIP domain.
 *
 * @param brief a few words on what is wrong, empty if nothing is
 * @param views inside first, the machines behind the reverse proxy last
 * @param causes what to mend, the worst first
 * @param consequences what goes away with them
 * @param notes what is only worth knowing
 * @param nextExpiry the certificate that it needs and that ends first
 * @param lastRun when something was last looked at
 */
public record DomainStatus(
    String name,
    State state,
    String brief,
    List<ViewStatus> views,
    Findings causes,
    Findings consequences,
    Findings notes,
    Optional<ExpiryLine> nextExpiry,
    Optional<Moment> lastRun) {
  /** Copies the list. */
  public DomainStatus {
    views = List.copyOf(views);
  }
}
