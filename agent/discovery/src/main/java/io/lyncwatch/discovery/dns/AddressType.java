package io.lyncwatch.discovery.dns;

/** The two kinds of address that are asked for. */
public enum AddressType {
  /** IPv4, RFC 1035. */
  A,
  /** IPv6, RFC 3596. */
  AAAA
}
