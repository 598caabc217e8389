package io.lyncwatch.lab.certificates;

/**
 * Where an authority says that it is to be asked, over http.
 *
 * @param issuer has the intermediate certificate, RFC 5280 4.2.2.1
 * @param responder answers by OCSP for what the intermediate issued
 * @param issuingList has the revocation list of the intermediate, RFC 5280 4.2.1.13
 * @param rootList has that of the root
 */
public record AuthorityUrls(String issuer, String responder, String issuingList, String rootList) {}
