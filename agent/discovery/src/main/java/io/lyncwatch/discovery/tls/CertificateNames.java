package io.lyncwatch.discovery.tls;

import io.lyncwatch.discovery.AddressLiteral;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The names that a certificate covers, as clients see it (RFC 9525): those of its subject
 * alternative names if it has any, else its common name, which older clients and the wizards of
 * Lync 2010 still know.
 *
 * @param covered host names and wildcards in lower case, and addresses
 */
public record CertificateNames(List<String> covered) {
  private static final String SUBJECT_ALTERNATIVE_NAMES = "2.5.29.17";
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  /** Copies the list. */
  public CertificateNames {
    covered = List.copyOf(covered);
  }

  /** The names of a certificate; none if it has none that can be read. */
  public static CertificateNames of(X509Certificate certificate) {
    if (certificate.getExtensionValue(SUBJECT_ALTERNATIVE_NAMES) == null) {
      return new CertificateNames(commonName(certificate).map(List::of).orElse(List.of()));
    }
    return new CertificateNames(alternativeNames(certificate));
  }

  /**
   * Whether one of the names is this host, by any case. A wildcard stands for exactly one label,
   * the left-most, with at least two labels behind it. An address is covered by an address only.
   */
  public boolean cover(String host) {
    Optional<InetAddress> address = AddressLiteral.parse(host);
    if (address.isPresent()) {
      return covered.stream().anyMatch(name -> AddressLiteral.parse(name).equals(address));
    }
    return forms(host).stream().anyMatch(covered::contains);
  }

  /**
   * How a certificate can name a host that is no address: by itself, or by a wildcard in place of
   * its first label.
   */
  public static List<String> forms(String host) {
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String lower = plain.toLowerCase(Locale.ROOT);
    int firstDot = lower.indexOf('.');
    return firstDot > 0 && lower.indexOf('.', firstDot + 1) > 0
        ? List.of(lower, "*" + lower.substring(firstDot))
        : List.of(lower);
  }

  private static List<String> alternativeNames(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    for (List<?> entry : entries(certificate)) {
      if (entry.get(0) instanceof Integer kind && entry.get(1) instanceof String text) {
        // an address written as a host name covers nothing: clients look for it as an address
        boolean address = AddressLiteral.parse(text).isPresent();
        if (kind == (address ? IP_ADDRESS : DNS_NAME)) {
          names.add(shown(text));
        }
      }
    }
    return names;
  }

  private static Collection<List<?>> entries(X509Certificate certificate) {
    try {
      Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
      return entries == null ? List.of() : entries;
    } catch (CertificateParsingException damaged) {
      return List.of();
    }
  }

  /** The most specific one. */
  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
      return parts.reversed().stream()
          .filter(part -> part.getType().equalsIgnoreCase("CN"))
          .map(Rdn::getValue)
          .filter(String.class::isInstance)
          .map(value -> shown((String) value))
          .filter(name -> AddressLiteral.parse(name).isEmpty())
          .findFirst();
    } catch (InvalidNameException damaged) {
      return Optional.empty();
    }
  }

  private static String shown(String name) {
    return Legible.text(name).toLowerCase(Locale.ROOT);
  }
}
