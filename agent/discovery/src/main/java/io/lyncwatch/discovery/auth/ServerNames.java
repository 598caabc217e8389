package io.lyncwatch.discovery.auth;

import static java.nio.charset.StandardCharsets.UTF_16LE;

/**
 * Who answered, as the server's NTLM challenge tells it to anyone who asks (MS-NLMP 2.2.2.1): good
 * for telling which directory and which machine stand behind a name. A name that the server keeps
 * to itself is empty. At most 255 printable characters each; what else came reads as {@code ?}.
 *
 * @param netbiosDomain for example {@code CONTOSO}
 * @param netbiosComputer for example {@code FE01}
 * @param dnsDomain for example {@code contoso.example}
 * @param dnsComputer for example {@code fe01.contoso.example}
 */
public record ServerNames(
    String netbiosDomain, String netbiosComputer, String dnsDomain, String dnsComputer) {
  private static final int MOST_CHARACTERS = 255;

  static ServerNames of(TargetInfo targetInfo) {
    return new ServerNames(
        name(targetInfo, TargetInfo.NETBIOS_DOMAIN),
        name(targetInfo, TargetInfo.NETBIOS_COMPUTER),
        name(targetInfo, TargetInfo.DNS_DOMAIN),
        name(targetInfo, TargetInfo.DNS_COMPUTER));
  }

  private static String name(TargetInfo targetInfo, int id) {
    return targetInfo
        .get(id)
        .map(value -> new String(value, UTF_16LE))
        .map(name -> name.substring(0, Math.min(name.length(), MOST_CHARACTERS)))
        .map(name -> name.replaceAll("[^\\p{L}\\p{N}._ -]", "?"))
        .orElse("");
  }
}
