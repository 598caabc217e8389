package io.lyncwatch.discovery;

/**
 * The part of a sign-in address after the last {@code @}, in the form that DNS and certificates
 * use: lower case, internationalised labels as {@code xn--}, no final dot.
 *
 * @param name for example {@code contoso.example}
 */
public record SipDomain(String name) {
  /**
   * @throws IllegalArgumentException with a message for people if {@code name} is no domain name
   */
  public SipDomain {
    name = HostNames.canonical(name);
    if (!name.contains(".")) {
      throw new IllegalArgumentException("'" + name + "' is not a domain name: it has no dot");
    }
  }

  /** The name of one of the two discovery records of this domain. */
  public String record(DiscoveryRecord record) {
    return record.label() + "." + name;
  }

  /** Whether a host is this domain or lies below it, compared label by label. */
  public boolean contains(String host) {
    return HostNames.isWithin(host, name);
  }

  @Override
  public String toString() {
    return name;
  }
}
