package io.lyncwatch.discovery.dns;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.dns.DnsAnswer.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A name that nobody made, and what a resolver says of it: if it says the same of a name that
 * somebody may have made, a wildcard record (RFC 4592) answers for that one too.
 *
 * @param stray the answer for the name that nobody made
 */
public record Wildcard(DnsAnswer stray) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 16;

  /**
   * Asks the one question, for the type of which there is an address, and only where its answer
   * matters: some name resolves, and the resolver has not already said of another that it does not
   * exist, as no name below a wildcard is said not to.
   *
   * @param siblings of one resolver, all with the same parent
   * @param parent the domain that the names stand in, without the final dot
   */
  public static Optional<Wildcard> ask(
      ViewResolvers view, List<Lookup> siblings, String parent, Deadline deadline) {
    boolean ruledOut = siblings.stream().anyMatch(one -> one.verdict().status() == Status.NXDOMAIN);
    return siblings.stream()
        .filter(one -> one.resolved() && !ruledOut)
        .findFirst()
        .map(one -> {
          String unmade = label(view.random()) + "." + parent;
          AddressType type = one.verdict().type();
          return new Wildcard(view.client().ask(one.resolver(), unmade, type, deadline));
        });
  }

  /** Whether a name has no records of its own: it has the same addresses, or the same alias. */
  public boolean answersFor(Lookup lookup) {
    if (!lookup.resolved() || stray.status() != Status.ADDRESSES) {
      return false;
    }
    DnsAnswer own = stray.type() == AddressType.A ? lookup.a() : lookup.aaaa();
    boolean sameAlias = !own.aliases().isEmpty() && own.aliases().equals(stray.aliases());
    return sameAlias || Set.copyOf(own.addresses()).equals(Set.copyOf(stray.addresses()));
  }

  private static String label(RandomGenerator random) {
    StringBuilder label = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      label.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return label.toString();
  }
}
