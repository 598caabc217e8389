package io.lyncwatch.discovery.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name at which the answers of resolvers part: the one asked for, or the last alias that all of
 * them follow.
 *
 * @param claims what each resolver says of it
 * @param followed the resolver by whose answer connections go, if it is one of these
 */
record Dispute(String name, List<Claim> claims, Optional<Resolver> followed) {
  /** Copies the list. */
  Dispute {
    claims = List.copyOf(claims);
  }

  /**
   * What one resolver says of the name.
   *
   * @param says its alias or its addresses, as {@link AuthorityAnswer} writes them; none if it says
   *     that there are none
   * @param ttlSeconds for how long it will go on to say so, if that is known
   */
  record Claim(Resolver resolver, Set<String> says, OptionalLong ttlSeconds) {}

  /**
   * Finds it in answers for one name.
   *
   * @param all one from each resolver, of which the definite ones are compared
   */
  static Dispute of(List<Lookup> all) {
    List<Lookup> lookups = all.stream().filter(DnsFindings::definite).toList();
    List<List<String>> chains = lookups.stream().map(Dispute::chain).toList();
    int common = 1;
    while (allShare(chains, common)) {
      common++;
    }
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      claims.add(claim(lookups.get(i), chains.get(i), common));
    }
    return new Dispute(
        chains.getFirst().get(common - 1), claims, ViewResolvers.usable(all).map(Lookup::resolver));
  }

  /** What those go by who connect. */
  Optional<Claim> believed() {
    return claims.stream()
        .filter(claim -> followed.filter(claim.resolver()::equals).isPresent())
        .findFirst();
  }

  /** For people, who like to read that there are none. */
  static String inWords(Set<String> says) {
    return says.isEmpty() ? "no address" : String.join(", ", says);
  }

  private static boolean allShare(List<List<String>> chains, int at) {
    return chains.stream().allMatch(chain -> chain.size() > at)
        && chains.stream().map(chain -> chain.get(at)).distinct().count() == 1;
  }

  private static List<String> chain(Lookup lookup) {
    List<String> aliases =
        lookup.a().aliases().isEmpty() ? lookup.aaaa().aliases() : lookup.a().aliases();
    return Stream.concat(Stream.of(lookup.name()), aliases.stream()).toList();
  }

  private static Claim claim(Lookup lookup, List<String> chain, int common) {
    Set<String> says =
        chain.size() > common
            ? Set.of(AuthorityAnswer.alias(chain.get(common)))
            : lookup.addresses().stream()
                .map(InetAddress::getHostAddress)
                .collect(Collectors.toCollection(TreeSet::new));
    OptionalLong ttl =
        Stream.of(lookup.a(), lookup.aaaa())
            .flatMapToLong(answer -> answer.ttlSeconds().stream())
            .max();
    return new Claim(lookup.resolver(), says, ttl);
  }
}
