package io.lyncwatch.discovery.dns;

import java.net.InetSocketAddress;

/**
 * An authoritative server of a zone.
 *
 * @param name its host name, as the zone's NS record has it
 */
record Authority(String name, InetSocketAddress address) {
  /** For people. */
  String inWords() {
    return name + " (" + address.getAddress().getHostAddress() + ")";
  }
}
