package io.lyncwatch.discovery.dns;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one authoritative server says of a name in its zone.
 *
 * @param server its name and address, for people
 * @param serial of the zone there (RFC 1035 3.3.13); absent if the server does not speak for the
 *     zone, then {@code trouble} says why
 * @param says the addresses, or {@code CNAME} and the alias; empty if it says that there are none
 * @param negativeSeconds for how long resolvers keep that there is none (RFC 2308)
 */
public record AuthorityAnswer(
    String server,
    OptionalLong serial,
    Set<String> says,
    OptionalLong negativeSeconds,
    String trouble,
    Duration took) {
  /** Sorts and copies. */
  public AuthorityAnswer {
    says = new TreeSet<>(says);
  }

  static String alias(String target) {
    return "CNAME " + target;
  }

  /** Whether it could tell. */
  public boolean spoke() {
    return serial.isPresent();
  }

  /** What it said, for people. */
  public String inWords() {
    return spoke() ? Dispute.inWords(says) + ", serial " + serial.getAsLong() : trouble;
  }

  /** Whether its copy of the zone is older than another's, by the arithmetic of RFC 1982. */
  boolean isBehind(AuthorityAnswer other) {
    return spoke() && other.spoke() && (int) (other.serial.getAsLong() - serial.getAsLong()) > 0;
  }
}
