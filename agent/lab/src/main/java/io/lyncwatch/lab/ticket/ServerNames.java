package io.lyncwatch.lab.ticket;

import java.util.Locale;

/**
 * What a server that belongs to a domain calls itself.
 *
 * @param dnsComputer for example {@code fe01.contoso.example}
 * @param dnsDomain for example {@code contoso.example}
 */
record ServerNames(String dnsComputer, String dnsDomain) {
  private static final int NETBIOS_LENGTH = 15;

  static ServerNames of(String fqdn) {
    return new ServerNames(fqdn, fqdn.substring(fqdn.indexOf('.') + 1));
  }

  String netbiosComputer() {
    return netbios(dnsComputer);
  }

  String netbiosDomain() {
    return netbios(dnsDomain);
  }

  private static String netbios(String dnsName) {
    String label = dnsName.split("\\.", 2)[0].toUpperCase(Locale.ROOT);
    return label.substring(0, Math.min(label.length(), NETBIOS_LENGTH));
  }
}
