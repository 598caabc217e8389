package io.lyncwatch.agent.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Everything that one certificate should cover.
 *
 * @param names sorted
 * @param domains the SIP domains whose clients are presented it, or whose discovery names it
 *     covers, sorted
 * @param exempt names that it may cover, but that nobody has to ask for: the discovery names of SIP
 *     domains with manual URLs
 */
public record CertificateNeeds(
    Leaf leaf, List<NameNeeds> names, List<String> domains, Set<String> exempt) {
  /** So many characters of a fingerprint tell the certificates of a deployment apart. */
  private static final int MARK = 8;

  /** Copies. */
  public CertificateNeeds {
    names = List.copyOf(names);
    domains = List.copyOf(domains);
    exempt = Set.copyOf(exempt);
  }

  /**
   * Put together.
   *
   * @param rows in which the certificate stands
   * @param watched all SIP domains that are watched
   */
  static CertificateNeeds of(Leaf leaf, List<Row> rows, List<WatchedDomain> watched) {
    Map<String, List<Row>> byName = new TreeMap<>();
    Set<String> domains = new TreeSet<>();
    for (Row row : rows) {
      byName.computeIfAbsent(row.name(), n -> new ArrayList<>()).add(row);
      if (row.demand() == Demand.ASKED) {
        domains.addAll(row.domains());
      }
    }
    Predicate<String> covers = leaf.covering();
    Set<String> exempt = new HashSet<>();
    for (WatchedDomain domain : watched) {
      if (!domain.byRecords()) {
        exempt.addAll(domain.records());
      } else if (domain.records().stream().anyMatch(covers)) {
        domains.add(domain.name());
      }
    }
    return new CertificateNeeds(
        leaf,
        byName.values().stream().map(same -> NameNeeds.of(leaf, same)).toList(),
        List.copyOf(domains),
        exempt);
  }

  /** The names that clients ask for and that it lacks, sorted. */
  public List<String> missing() {
    return names.stream().filter(NameNeeds::missing).map(NameNeeds::name).toList();
  }

  /** The names that it lacks by the documentation only, sorted. */
  public List<String> missingByDocumentation() {
    return names.stream()
        .filter(name -> name.demand() == Demand.DOCUMENTED && !name.covered())
        .map(NameNeeds::name)
        .toList();
  }

  /** The names that clients ask for, sorted. */
  public List<NameNeeds> asked() {
    return names.stream().filter(name -> name.demand() == Demand.ASKED).toList();
  }

  /**
   * What to request in its place, if it lacks a name that clients ask for: that name, all that they
   * ask for beside, and what else it covers unless nobody can need it. What the documentation wants
   * beyond is told apart, as authorities count names.
   */
  public Optional<SigningRequest> request() {
    return missing().isEmpty()
        ? Optional.empty()
        : SigningRequest.of(
            leaf.sha256().substring(0, Math.min(MARK, leaf.sha256().length())),
            commonName(),
            asked().stream().filter(this::byItself).map(NameNeeds::name).toList(),
            leaf.names().stream().filter(name -> !exempt.contains(name)).toList());
  }

  /** Not if a wildcard that stays in the request covers it already. */
  private boolean byItself(NameNeeds name) {
    return name.missing() || leaf.names().contains(name.name());
  }

  private Optional<String> commonName() {
    try {
      return new LdapName(leaf.certificate().subject())
          .getRdns().reversed().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .filter(String.class::isInstance)
              .map(value -> ((String) value).toLowerCase(Locale.ROOT))
              .findFirst();
    } catch (InvalidNameException notForMachines) {
      return Optional.empty();
    }
  }
}
