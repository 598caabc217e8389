package io.lyncwatch.lab.site;

/**
 * Where SIP is spoken, MS-OCDISCWS 2.2.4.2.
 *
 * @param element for example {@code SipClientInternalAccess}
 */
record SipAccess(String element, String fqdn, int port) {}
